/** A CSV that the browser saves under a name (ASCII letters, digits, “-”, “.”); chunks are sent as they come. */
export function csvDownload(name: string, content: string | AsyncIterable<string>): Response {
	const body = typeof content === 'string' ? content : streamOf(encoded(content));
	return download(name, 'text/csv; charset=utf-8', body);
}

/** An Excel workbook, likewise. */
export function xlsxDownload(name: string, content: AsyncIterable<Uint8Array>): Response {
	return download(
		name,
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		streamOf(content)
	);
}

function download(name: string, type: string, body: string | ReadableStream<Uint8Array>): Response {
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
}

async function* encoded(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	for await (const chunk of chunks) yield encoder.encode(chunk);
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
	const iterator = chunks[Symbol.asyncIterator]();
	return new ReadableStream({
		pull: async (controller) => {
			const { done, value } = await iterator.next();
			if (done) controller.close();
			else controller.enqueue(value);
		},
		cancel: async () => {
			await iterator.return?.();
		}
	});
}

/** A file that the browser saves under a name (ASCII letters, digits, “-”, “.”). */
export function fileDownload({
	name,
	mediaType,
	bytes
}: {
	name: string;
	mediaType: string;
	bytes: Buffer;
}): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mediaType,
			'content-disposition': `attachment; filename="${name}"`,
			'content-length': String(bytes.length),
			'cache-control': 'no-store'
		}
	});
}
