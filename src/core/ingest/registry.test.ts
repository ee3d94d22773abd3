import { expect, test } from 'vitest';
import { chooseImporter, ignoredColumns, importers } from './registry.ts';

function fileWith(...header: string[]) {
	return { name: 'march.csv', header };
}

test('the importer that leaves out fewest columns is chosen', () => {
	expect(chooseImporter(fileWith('received_on', 'text', 'channel')).id).toBe('complaints');
	expect(chooseImporter(fileWith('received_on', 'text', 'kind')).id).toBe('jsonl');
	expect(chooseImporter(fileWith('text', 'rating', 'comment', 'received_on', 'call_id')).id).toBe(
		'call-feedback'
	);
});

test('the importer asked for is taken where its columns are there', () => {
	const file = fileWith('received_on', 'text', 'kind');
	expect(chooseImporter(file, 'complaints')).toBe(importers.complaints);
	expect(ignoredColumns(importers.complaints, file.header)).toEqual(['kind']);
	expect(() => chooseImporter(file, 'exposure')).toThrow(
		'“march.csv”: the importer “exposure” does not fit this header. Its first line has none of the column names Earshot knows; it must be the header.'
	);
	expect(() => chooseImporter(file, 'call-feedback')).toThrow(
		'“march.csv”: the importer “call-feedback” does not fit this header. Closest is “call-feedback”: missing rating; unknown text, kind.'
	);
});

test('an importer that does not exist is refused with those that do', () => {
	expect(() => chooseImporter(fileWith('text'), 'excel')).toThrow(
		'There is no importer “excel”: choose one of complaints, call-feedback, jsonl, cfpb, organisation, exposure, contact-log, transcripts, transcript-turns, chatwoot-conversations, chatwoot-csat, zendesk-tickets, zendesk-csv.'
	);
});

test('a header that fits none is refused with the nearest and what it would need', () => {
	expect(() => chooseImporter(fileWith('complaint_id', 'borrower_ref'))).toThrow(
		'“march.csv”: no importer fits this header. Closest is “complaints”: missing received_on, text.'
	);
	expect(() => chooseImporter(fileWith('complaint_id', 'text', 'Received'))).toThrow(
		'“march.csv”: no importer fits this header. Closest is “complaints”: missing received_on; unknown Received.'
	);
});

test('a file without a header does not show its first row', () => {
	const choose = () => chooseImporter(fileWith('张三', '13812345678'));
	expect(choose).toThrow('Its first line has none of the column names Earshot knows; it must be the header.');
	expect(choose).not.toThrow(/张三|13812345678/);
});
