import type { ProcessTheme, SentenceBank } from '../themes.ts';

export const processEn: SentenceBank<ProcessTheme> = {
	fees_interest_dispute: [
		'There are hidden fees on my {product}, {small} here and {small} there.',
		'The interest is too high, I borrowed {amount} and I have paid more than that and still owe most of it.',
		'{small} is a service fee I never agreed to.',
		'You charged penalty interest for {days} days although I paid on {date}.',
		'There is insurance added to the {product} that I did not ask for, {small} a month.',
		'After {few} months of payments the principal went down by {small}, where did the rest go?',
		'I was told one rate on the phone and the contract has another one, nearly double.',
		'Late fee of {small} on top of a late fee of {small}, for the same month.',
		'Somebody please show me how {small} turned into {amount} in {duration}.'
	],
	wrong_balance: [
		'The amount is wrong, by my count it is {amount}, you say {amount}.',
		'The balance does not match my statements[ since {month}|].',
		'I only owe half of what your letter says.',
		'You doubled my debt overnight, {amount} on {weekday} and twice that on {date}.',
		'Three different people gave me three different totals for my {product}.',
		'The payoff figure on the website and the one in the mail are {small} apart.',
		'My {month} payment was counted at {small} instead of the full sum.',
		'Your figure includes a purchase of {small} that was returned in {month}.'
	],
	payment_not_posted: [
		'I paid yesterday and it is not showing[, reference {case}|].',
		'Payment not applied, {amount} left my bank on {date}.',
		'Money deducted but still overdue, since {date}.',
		'The check of {date} was cashed and my account says I sent nothing.',
		'I made the {month} payment by card and got a confirmation number, {case}, your system has no trace of it.',
		'{amount} went to an old loan of mine that is closed instead of the one I have now.',
		'My bank shows the transfer of {date} as complete, you show me as {days} days late.'
	],
	paid_still_collected: [
		'The {product} was paid in full and still get calls about it.',
		'I settled last year, {amount}, and have the receipt.',
		'This was closed in {month}, I have a letter that says zero, and you ask for {amount}.',
		'I have the receipt from {date}[, who needs to see it|].',
		'How often do I have to prove that the loan is finished? The final payment cleared on {date}.',
		'You accepted a settlement in {year} and now a rest of {small} turns up.',
		'The account was zero for {few} months, then somebody opened it again.'
	],
	debt_validation: [
		'There is no proof of the debt, only a number on a page.',
		'I asked for papers on {date}, I did not get anything in writing.',
		'No statement, no contract, just pay us {amount}.',
		'I was not told about my right to dispute.',
		'I want to see the signed agreement for the {product} before I pay a cent.',
		'What you mailed me is a printout with my name typed on it, that is not evidence.',
		'My dispute letter of {date} got the same form letter back, without a single document.',
		'The original lender is not named anywhere on your letter.'
	],
	credit_record_error: [
		'There is a wrong late mark for {month}, I paid on the {day}th.',
		'It is a credit report error, the loan was closed in {year}.',
		'My file still shows default although it was paid off.',
		'You report me {days} days late in a month in which nothing was due.',
		'The bureau says you verified it, nobody has looked at my bank records.',
		'My mortgage was turned down because your entry is still open.',
		'It is listed twice, once by you and once by the agency.'
	],
	autodebit_problem: [
		'You took money without permission on {date}, {amount}.',
		'I was debited twice in {month}[, {small} each|].',
		'The debit took my salary on the day it arrived.',
		'I canceled autopay in {month} and {small} went out on {date} anyway.',
		'The draft went through {few} days early and bounced my rent.',
		'It was supposed to be {small}, you pulled {amount}.',
		'My card was charged {few} times in one night for the same bill.'
	],
	hardship_request_refused: [
		'They refused my plan of {small} a month.',
		'Nobody will discuss anything but the whole sum.',
		'She said no options, and that was the whole call.',
		'I asked three times for help and got the same script.',
		'I sent pay stubs and a budget on {date}, the answer was one word, declined.',
		'For a payment plan I have to be {days} days late first, I was told, so I should stop paying?',
		'I can do {small} every {weekday}, each person says another department decides that.',
		'My application for hardship has been "in review" since {month}.'
	],
	service_unreachable: [
		'I cannot get through to anybody[ at the number on the letter|].',
		'I was on hold for an hour on {date}.',
		'There is no reply to emails, I wrote on {date} and again a week later.',
		'It is a chatbot loop, it asks for my account and starts over.',
		'Your line drops after {n} minutes, {few} times now.',
		'The extension I was given is a mailbox that is full.',
		'I would like to pay and there is no human to pay to.'
	],
	complaint_mishandled: [
		'I already complained on {date}, reference {case}.',
		'My complaint was closed without answer.',
		'This is the third time I write about the same {small}.',
		'No one followed up, it has been {duration}.',
		'I was promised a call back by {weekday} about my case, that was in {month}.',
		'Every office sends me to the next one, I am back at the first.',
		'Case {case} is marked solved, nobody asked me.'
	],
	misleading_sale: [
		'I never agreed to the protection plan on my {product}.',
		'The salesman lied about the monthly payment.',
		'I signed without explanation, on a tablet, in the store.',
		'I thought it was free for the first year, it was billed from {month}.',
		'The offer said same as cash, it turned out to be a {product}.',
		'On the phone it was a refinance with lower payments, in the papers it is a second loan.'
	],
	unclear_information: [
		'I find the terms unclear, they are unclear even to my {relative}, who works in a bank.',
		'It is a confusing statement, three balances and no due date.',
		'When I was moved to another rate no one explained why.',
		'I cannot tell from your mail whether the {small} is a fee, a payment or a refund.',
		'One page says due on the {day}th, the next says upon receipt.',
		'The letter is full of codes, what is "ADJ 7" for {small}?'
	],
	service_attitude: [
		'The lady at the counter was rude[ and chewed gum|].',
		'The person was cold, as if I was bothering him.',
		'She got impatient when I asked for the payoff a second time.',
		'He hung up on me in the middle of a sentence.',
		'I was given a sigh and "read your contract".',
		'The tone was dismissive from start to finish.',
		'There is a bad attitude on that desk, on {date} worst of all.'
	],
	system_app_fault: [
		'The app crashed each time I pressed pay[, {n} times|].',
		'I cannot log in since the update in {month}.',
		'I get a page error after the card number.',
		'The site was down on {date}, the due date, and I was charged {small} for being late.',
		'The code you text me arrives after it has expired.',
		'The button for paying {small} extra is grayed out.'
	],
	debt_sale_outsourcing: [
		'You sold my debt and I learn it from a stranger.',
		'Why is an agency calling about a loan I have with you?',
		'I was never told about the transfer[ of {month}|].',
		'I paid the lender on {date}, now somebody else says the account is theirs.',
		'Two companies ask me for the same {amount}, which one of you owns it?',
		'The account moved {few} times this year, each new company starts from zero.'
	]
};
