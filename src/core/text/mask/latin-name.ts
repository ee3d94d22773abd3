import { matching } from './detector.ts';

/** Names in Latin letters after “my name is”, “I am”, 我叫, a title, or a closing formula. */
export const latinName = matching(
	'NAME',
	/(?<=\b(?:[Mm]y name is|[Nn]ame ?:|I am|I['’]m|[Tt]his is|MY NAME IS)[ ,:]{1,2}|我叫|姓名:? ?|本人|(?:Sincerely|Regards|Respectfully|Thank you|Thanks),?\s{1,3})(?!(?:Very|So|Not|The|Your|Their|This|Being|Writing|Filing|An?|Also|Still|In|XX)\b|[A-Z]{2,} [A-Z]{2,} [A-Z]{2,} [A-Z]{2,})[A-Z][a-z'’-]+(?: [A-Z]\.?)?(?: [A-Z][a-z'’-]+){1,2}\b|(?<=\b(?:Mr|Mrs|Ms|Miss|Dr)\.? )(?!X{2})[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){0,2}\b/g
);
