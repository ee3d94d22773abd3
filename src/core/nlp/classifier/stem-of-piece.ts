import { stemOf } from '../natural.ts';

/** What the source has blacked out (“xxxx”) is no word. */
const blackedOut = /^x{2,}$/;

/** The stem a piece of text is read as; empty where it is no word. */
export function stemOfPiece(piece: string): string {
	return /^\d/.test(piece) ? '#' : blackedOut.test(piece) ? '' : stemOf(piece);
}
