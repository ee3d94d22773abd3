/** Of the report as a file, for screen and paper; the page has its own. */
export const reportStyles = `
:root{--ink:#1c2024;--muted:#5a6068;--line:#e3e4e0;--accent:#0b5fa5;--good:#17714a;--bad:#b42318}
body{margin:0 auto;max-width:1100px;padding:24px;color:var(--ink);font:14px/1.5 system-ui,"Segoe UI","Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{margin:0;font-size:26px}h2{font-size:18px}h3,caption,figcaption{font-size:14px;font-weight:600;text-align:left}
header p,small,figcaption+*,.legend,thead th{color:var(--muted)}a{color:var(--accent)}
nav ol{columns:3;padding-left:1.4em}nav li{padding:2px 0}
section{border-top:1px solid var(--line);margin-top:20px}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:10px 0;font-size:12.5px}
caption{padding:6px 0}th,td{padding:4px 10px 4px 0;border-top:1px solid var(--line);text-align:left;font-weight:400;vertical-align:baseline}
thead th{border-top:0;vertical-align:bottom}.n{text-align:right;white-space:nowrap}thead .n{white-space:normal}
td[style]{background:color-mix(in srgb,var(--accent) var(--shade),white)}
figure{margin:12px 0;break-inside:avoid}figure>svg{max-width:720px;width:100%;height:auto}
.legend,.kpis,.cards{list-style:none;padding:0}.legend{display:flex;flex-wrap:wrap;gap:4px 14px;font-size:12px}.legend svg{width:10px;height:10px}
.kpis{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:14px}.kpis li{display:flex;flex-direction:column}.kpis b{font-size:24px}.kpis svg{width:120px}
em{font-style:normal;font-weight:600}.good{color:var(--good)}.bad{color:var(--bad)}.plain{color:var(--muted);font-weight:400}
blockquote{margin:0 0 8px}.mark{position:fixed;inset:40% 0 auto;text-align:center;font-size:120px;font-weight:700;opacity:.05;transform:rotate(-30deg);pointer-events:none;z-index:1}
@media(max-width:700px){body{padding:12px}nav ol{columns:1}}
@media print{@page{size:A4 landscape;margin:12mm}body{max-width:none;padding:0;font-size:9pt}.scroll{overflow:visible}table{font-size:7pt}tr,.cards li{break-inside:avoid}h2,h3,caption{break-after:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}}
`;
