/** Server-sent events, one for each value as it comes; `event: end` tells the browser not to connect again. */
export function eventStream(values: AsyncIterable<unknown>): Response {
	const encoder = new TextEncoder();
	const iterator = values[Symbol.asyncIterator]();
	const body = new ReadableStream<Uint8Array>({
		pull: async (controller) => {
			const { done, value } = await iterator.next();
			const text = done ? 'event: end\ndata: {}\n\n' : `data: ${JSON.stringify(value)}\n\n`;
			controller.enqueue(encoder.encode(text));
			if (done) controller.close();
		},
		cancel: async () => {
			await iterator.return?.();
		}
	});
	return new Response(body, {
		headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
	});
}
