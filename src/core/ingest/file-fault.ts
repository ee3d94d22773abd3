import { EarshotError } from '#core/domain/errors.ts';

/**
 * What is wrong with a file as a whole. The message is the rest of a sentence that begins with the file's name and
 * says what to do: the readers do not know the name.
 */
export class FileFault extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'FileFault';
	}
}

/**
 * An error of reading as the EarshotError `bad-file` that a user sees; `reached` says how far reading got. Throws
 * what is no fault of the file, but a bug, as it is.
 */
export function badFile(error: unknown, name: string, reached = ''): EarshotError {
	if (error instanceof EarshotError) return error;
	return new EarshotError('bad-file', describe(error, name) + reached, { cause: error });
}

/** One sentence for a fault of ours or an error of the file system, of gzip or of the encoding. */
function describe(error: unknown, name: string): string {
	if (error instanceof FileFault) return `“${name}” ${error.message}`;
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file “${name}”: check the path.`;
	if (code === 'EACCES' || code === 'EPERM')
		return `“${name}” may not be read: give this user the right to read it.`;
	if (code === 'Z_BUF_ERROR')
		return `“${name}” is a gzip file that ends too early: copy or download it again.`;
	if (code.startsWith('Z_')) return `“${name}” is a damaged gzip file: copy or download it again.`;
	if (code.startsWith('E') && !code.startsWith('ERR_'))
		return `“${name}” cannot be read (${code}): copy it to another place and import that.`;
	throw error;
}
