import { EarshotError, type ErrorCode } from '#core/domain/errors.ts';
import type { RowIssue } from '#core/domain/import.ts';
import type { ProblemAnswer } from '../app/api-answers.ts';
import { apiProblems, type ApiProblem } from '../app/api-problems.ts';
import { ItemsError } from '../app/receive-items.ts';

type Extension = Pick<ProblemAnswer, 'import_id' | 'issues'>;

/** `application/problem+json` (RFC 9457); `type` leads to the page that describes it. */
export function problem(
	kind: ApiProblem,
	detail: string,
	extension: Extension = {},
	headers: Readonly<Record<string, string>> = {}
): Response {
	const { status, title } = apiProblems[kind];
	const body: ProblemAnswer = { type: `/api#${kind}`, title, status, detail, ...extension };
	return Response.json(body, {
		status,
		headers: { ...headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
	});
}

const kindOf: Readonly<Record<ErrorCode, ApiProblem>> = {
	'not-found': 'not-found',
	forbidden: 'not-allowed',
	'bad-input': 'bad-request',
	'bad-file': 'not-stored',
	'bad-items': 'not-stored',
	'too-large': 'too-large',
	busy: 'under-way',
	'facts-in-use': 'unavailable',
	'store-newer': 'unavailable',
	'bad-pack': 'internal'
};

export function problemOf(error: EarshotError): Response {
	const issues = error instanceof ItemsError && error.issues.length > 0 ? error.issues : null;
	return problem(kindOf[error.code], error.message, issues ? { issues: issues.map(faultOf) } : {});
}

function faultOf({ line, column, code, message, value }: RowIssue) {
	return { index: line - 1, field: column, code, message, value };
}
