import type { PositiveTheme, SentenceBank } from '../themes.ts';

/** Short survey answers and call notes that praise. */
export const praiseEn: SentenceBank<PositiveTheme> = {
	polite_respectful: [
		'[very |really |]polite',
		'[polite|courteous] [agent|person|lady|young man]',
		'{he} was [very |so |]respectful',
		'[nice|kind] voice[, very polite|]',
		'professional tone[ all the way|]',
		'{he} was courteous [from start to finish|even when I was not]',
		'[good|nice] manners',
		'treated me like a [person|human being|customer]',
		'friendly [call|chat|tone]',
		'no complaints, [polite|respectful] [call|service]'
	],
	helpful_solution: [
		'very helpful[, thanks|]',
		'{he} helped me with a plan[ of {small} a month|]',
		'solved my problem[ with the {product}|]',
		'{he} found a solution [for {month}|I can live with|]',
		'we worked out {small} [a month|every two weeks]',
		'set me up with [smaller payments|a new due date|autopay]',
		'{he} fixed the {small} [fee|charge|mix up]',
		'got the [plan|extension|help] I needed'
	],
	clear_explanation: [
		'{he} explained everything',
		'clear [and short|answers|explanation]',
		'I understood [what I owe|the {small} now|it for once]',
		'took time to explain [the rate|the statement|my options]',
		'{he} went through the [bill|statement|numbers] [line by line|with me|twice]',
		'now I know [when|what|how] to pay',
		'straight answers[, no tricks|]'
	],
	empathy_flexibility: [
		'{he} understood my situation',
		'patient[, I talk a lot|]',
		'{he} listened[ to me|]',
		'gave me more time[, till the {day}th|]',
		'{he} did not judge me[ for being late|]',
		'asked how my {relative} is, [that meant a lot|nice touch]',
		'let me [finish|explain|catch my breath]',
		'humane'
	],
	fast_response: [
		'quick [call|and easy|reply]',
		'sorted in one call',
		'[fast|fast service|that was fast]',
		'{few} minutes and done',
		'no [waiting|hold music|transfer]',
		'answered right away[ on {weekday}|]'
	],
	fair_outcome: [
		'fair[ enough|]',
		'satisfied with the result',
		'good outcome[ for me|]',
		'late fee of {small} taken off[, fair|]',
		'happy with [it|how it ended|the deal]'
	],
	followed_commitment: [
		'did what they said',
		'called back as promised[ on {weekday}|]',
		'the letter came [on {date}|like {he} said]',
		'{he} said {weekday} and [kept to it|that is how it went]',
		'kept [the|your] word[ about the {small}|]'
	],
	channel_convenience: [
		'easy app[, paid in a minute|]',
		'convenient[, I paid by text|]',
		'simple to pay[ the {product}|]',
		'like that I can [pay|chat|do it] on my phone',
		'the link [worked|was easy|came right away]'
	],
	praise_named_agent: [
		'agent {staff} was great',
		'{staff} [is the best|was super|deserves a raise]',
		'please commend {staff}',
		'ask for {staff}, [really helpful|knows the stuff|so kind]',
		'thank {staff} for me'
	]
};

/** Answers that neither praise nor complain. */
export const neutralEn: readonly string[] = [
	'ok',
	'fine',
	'[it was |]okay[ I guess|]',
	'average',
	'nothing special',
	'paid {small}[ already|]',
	'paid on {date}',
	'will pay [{weekday}|on the {day}th|next week|when I get my check]',
	'just a reminder [about {small}|for {month}]',
	'asked for my new address',
	'call about my {product}',
	'I was driving, [short call|call me later]',
	'neither good nor bad',
	'[a |]normal call',
	'no comment',
	'no remarks[ today|]',
	'did what it should',
	'[{few} minutes|a short talk] about the {month} [bill|payment]',
	'they confirmed the {small}',
	'updated my [card|bank|employer|phone]',
	'wanted to know when I get paid, [the {day}th|every other {weekday}]',
	'I asked for a statement[ of {month}|]',
	'the agent read me the balance, {amount}',
	'could be [better|shorter|worse]',
	'so so',
	'just a call',
	'I will think about the [offer|plan|settlement]',
	"was at [the doctor|lunch|my kid's game], talked for a minute",
	'[line|connection] was [bad|choppy]',
	'I have to check with my {relative}',
	'voicemail about {small}, I returned it',
	'N/A'
];

export const openersShortEn: readonly string[] = [
	'Honestly,',
	'Well,',
	'Thanks,',
	'Thank you,',
	'All good,',
	'This time',
	'On {weekday}:',
	'{date}:',
	'Overall',
	'As always,',
	'For once',
	'To be fair,',
	'My {relative} says the same:',
	'First call this year,',
	'Second call this month,',
	'About the {small}:',
	'{product}:',
	'Call at {clock}:',
	'Compared with last year,',
	'I must say,'
];

export const detailsEn: readonly string[] = [
	'about the {small}',
	'for my {product}',
	'on {date}',
	'at {clock}',
	'since {month}',
	'on the {weekday} call',
	'for the {month} bill',
	'and it took {few} minutes',
	'in {city}',
	'with the {amount} balance',
	'after {few} tries',
	'while I was at the store',
	'and I called {few} times before',
	'on my lunch break',
	'for the payment of the {day}th',
	'and the {small} is settled',
	'on my second {product}',
	'before the weekend',
	'with my {relative} next to me',
	'in under {n} minutes'
];

export const endingsEn: readonly string[] = [
	'thanks',
	'thank you',
	'keep it up',
	'that is all',
	'have a nice day',
	'will pay by the {day}th',
	'bye',
	'no more to say',
	'10/10',
	'{few} stars',
	'talk to you in {month}',
	'hope it stays that way',
	'see you next bill',
	'nothing to add',
	'I will remember that'
];

/** Polite words that must not look like harsh conduct. */
export const distractorsShortEn: readonly string[] = [
	'never insulted me',
	'no threats, no pressure',
	'did not call too often',
	'only called once',
	'did not tell anyone',
	'gave name and badge number',
	'called at a convenient time',
	'nobody came to my door'
];
