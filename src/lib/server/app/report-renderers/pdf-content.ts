import type pdfmake from 'pdfmake';

/** What the PDF library lays out: its types have no file of their own to import. */
export type PdfDefinition = Parameters<typeof pdfmake.createPdf>[0];
export type Content = PdfDefinition['content'];
