/** Text as it may stand in XML and HTML, in an attribute too. */
export function escapeXml(text: string): string {
	return text.replace(
		/[&<>"]/g,
		(character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? character
	);
}
