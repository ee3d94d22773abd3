/** A CSV that the browser saves under a name (ASCII letters, digits, “-”, “.”); chunks are sent as they come. */
export function csvDownload(name: string, content: string | AsyncIterable<string>): Response {
	const body = typeof content === 'string' ? content : streamOf(content);
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
}

function streamOf(chunks: AsyncIterable<string>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	const iterator = chunks[Symbol.asyncIterator]();
	return new ReadableStream({
		pull: async (controller) => {
			const { done, value } = await iterator.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
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
