import type { EscalationTheme, ImpactTheme, ReasonTheme, RemedyTheme, SentenceBank } from '../themes.ts';

export const reasonsEn: SentenceBank<ReasonTheme> = {
	unemployment: [
		'I lost my job in {month}.',
		'I was laid off with {n} others at the plant.',
		'I have been out of work for {duration}.',
		'My contract ended and the next one starts in the fall.',
		'They cut the second shift and I was on it.'
	],
	income_drop: [
		'We all took a pay cut in {month}.',
		'Business is slow, I drive and there are fewer shifts to get.',
		'My salary is delayed, {few} weeks now.',
		'I used to make twice this, tips are down to nothing.'
	],
	illness_injury: [
		'I had surgery on {date}.',
		'After a car accident in {month} I could not work.',
		'I broke my leg [on a job|falling off a ladder].',
		'I spent most of {month} in a ward.'
	],
	family_medical: [
		'My child is sick and the bills come first.',
		'I am caring for my father[, he cannot be left alone|].',
		'My {relative} needs dialysis and I pay for the rides.',
		'The medical bills for my wife are on the kitchen table.'
	],
	bereavement: [
		'My husband passed away in {month}.',
		'The funeral costs took everything.',
		'We buried my {relative} on {date}.'
	],
	divorce_family: [
		'I am going through a divorce.',
		'My ex left me with the debt.',
		'We separated in {month} and there are two rents now.'
	],
	pandemic_disaster: [
		'The flood destroyed the shop.',
		'The tornado in {month} took the roof.',
		'We never got back on our feet after the fire.'
	],
	business_failure: [
		'My shop closed down in {month}.',
		'I lost my investment in the store.',
		'My partner ran away with the till and I sold the truck.'
	],
	scam_victim: [
		'I was scammed [online|by a fake landlord] and lost {amount}.',
		'It was a fake investment and this loan went into it.',
		'A man I met on the internet had me send him the money.'
	],
	over_indebtedness: [
		'I have too many loans, I know.',
		'I was borrowing to repay for {duration}.',
		'My credit cards are maxed, all {few} of them.'
	],
	gambling_addiction: [
		'I had a gambling problem, I am in a group now.',
		'It was online betting, I closed that account in {month}.'
	],
	forgot_or_technical: [
		'I forgot the date, that is on me.',
		'The auto debit failed because my card was replaced.',
		'I got no reminder and was {days} days late.'
	],
	dispute_unwilling: [
		'I will not pay until fixed, that is what I wrote you.',
		'I never received the goods this was for.',
		'I refuse to pay the interest on a mistake of yours.'
	],
	in_custody_or_away: [
		'I was working abroad until {month}.',
		'I was in the army and off the grid for {duration}.'
	]
};

export const impactsEn: SentenceBank<ImpactTheme> = {
	suicidal_ideation: [
		'Some nights I think everybody would be better off dead than living like this, me first.',
		'I have told my {relative} I want to die, that is where this has got me.',
		'I feel there is no reason to live any more.'
	],
	self_harm_other: ['My {relative} had a heart attack during the call.', 'I am afraid for my life tonight.'],
	psychological_distress: [
		'I cannot sleep any more.',
		'I have panic attacks when the phone lights up.',
		'I am anxious every time the phone rings.',
		'I have been crying every day for {duration}.',
		'I shake when I see your number, it is mental torture.',
		'I jump at each knock and my hands are never still.'
	],
	physical_health: [
		'My blood pressure went up to 190.',
		'I fainted at the checkout on {date}.',
		'I was at the ER with chest pain the same evening.'
	],
	family_conflict: [
		'My wife is leaving me over this.',
		'The children are scared to open the door.',
		'We have not had one dinner without a fight since {month}.'
	],
	job_loss_or_risk: [
		'My boss warned me in writing.',
		'I got fired on {date}.',
		'I cannot work because of calls.',
		'One more and I am out, they said.'
	],
	reputation: ['Everyone knows now.', 'I cannot face my colleagues.', 'People at church look the other way.'],
	daily_life: [
		'I had to change my number.',
		'I cannot use my phone, not even for the doctor.',
		'My life is a mess because of it.'
	],
	financial_loss: [
		'I paid twice and nobody gives it back.',
		'I had {small} in extra charges at the bank.',
		'There was an overdraft because of them, {small}.'
	],
	third_party_harm: [
		'My mother is terrified.',
		'My son will not answer calls from anyone.',
		'My {relative} asks me every morning if they come again.'
	]
};

export const remediesEn: SentenceBank<RemedyTheme> = {
	repayment_plan: [
		'I want a payment plan, {small} a month.',
		'Let me pay in instalments.',
		'Please extend the due date to the {day}th.',
		'All I ask for is more time.',
		'I can pay what I can, every {weekday}.'
	],
	fee_interest_waiver: [
		'Please waive the penalty.',
		'Remove late fees of {small} and I pay the rest today.',
		'Reduce the interest to what I signed.',
		'Let me settle for less and be done.'
	],
	stop_contact: [
		'Stop calling[ this number|], write to me.',
		'Do not contact my family.',
		'From now on email only, {email}.',
		'Leave me alone.',
		'I want this to end today, put it in the file.'
	],
	apology: [
		'I want an apology[ from the person who said it|].',
		'Please apologise to my {relative}.',
		'A written apology is the least.'
	],
	discipline_agent: [
		'Take action against this agent.',
		'Change the agent on my account.',
		'I want to report the collector and know what comes of it.',
		'Fire {him}.'
	],
	compensation: [
		'You will compensate me for the day I lost.',
		'Pay my medical bills.',
		'I want {amount} in damages.'
	],
	refund: ['Refund {small}.', 'Give my money back.', 'Return the overpayment to my bank.'],
	correct_balance: [
		'Correct the amount.',
		'Apply my payment of {date}.',
		'Send me a statement from the first day on.',
		'Show me the breakdown.'
	],
	credit_record_fix: [
		'Please remove from my credit report what was put there in {month}.',
		'Fix my credit.',
		'Delete the late mark.'
	],
	proof_of_debt: [
		'Prove the debt.',
		'Send the contract with my signature.',
		'I request a validation letter.'
	],
	delete_personal_data: ['Delete my data.', 'And tell me, where did you get my number?'],
	cancel_contract: ['Cancel the loan.', 'Close my account.', 'Cancel the insurance and credit what I paid.'],
	explanation_reply: [
		'Call me back on {phone}.',
		'Explain how this happened.',
		'Answer my complaint in writing.',
		'I expect to hear from a person.'
	]
};

export const escalationsEn: SentenceBank<EscalationTheme> = {
	regulator: [
		'I will report you to the regulator.',
		'The CFPB gets a copy of this.',
		'If I do not hear by {weekday} it goes to the ombudsman.'
	],
	media_social: ['I will post this online.', 'I am ready to go to the news with it.'],
	legal_action: [
		'I will sue you.',
		'My lawyer has the recordings.',
		'There are others like me, that is a class action.'
	],
	police_report: ['Next time I call the police.', 'I filed a police report on {date}.']
};

/** Look like harsh conduct and are none: said no, the borrower's own act, something else altogether. */
export const denialsEn: readonly string[] = [
	'They never threatened me, I want to be fair.',
	'Nobody insulted me and nobody came to the house.',
	'The person was not rude, the process is.',
	'Nobody has contacted my family so far and I hope it stays like that.',
	'I asked if this means court and was told no.',
	'Will I go to jail for {small}? I doubt it.',
	'{He} did not pressure me at all.',
	'It was only one call and it was in the middle of the day.',
	'My {relative} is the co-signer, so that call was fine.',
	'I am not saying your people are bad.'
];

/** What borrowers did themselves. */
export const ownActsEn: readonly string[] = [
	'I lost my temper and shouted at {him}, I am sorry for that.',
	'I called you {n} times myself.',
	'I swore at the machine, not at the person.',
	'I work at a court myself so I know how papers look.',
	'I told {him} that I would come to your office and sit there, in anger.'
];

export const openersEn: readonly string[] = [
	'I took out a {product} with you in {year}.',
	'I have been a customer since {year}.',
	'This is about my {product}.',
	'I am writing about account {account}.',
	'I am {days} days behind, I do not deny it.',
	'My loan is {amount}, I have paid most of it.',
	'To whom it may concern.',
	'I do not know who else to tell.',
	'On {date} it happened again.',
	'Let me start at the beginning.',
	'Hello,',
	'First, I do intend to pay.'
];

export const closersEn: readonly string[] = [
	'Thank you for reading.',
	'I have it recorded.',
	'I have screenshots.',
	'This has been going on since {month}.',
	'I expected better.',
	'It is not about the money.',
	'This is not right.',
	'Somebody should listen to the call of {date}, around {clock}.',
	'You have my file, look it up.'
];

/** Personal data as borrowers write it: all invented. */
export const personalEn: readonly string[] = [
	'My name is {fullname}.',
	'You can reach me at {phone}.',
	'My email is {email}.',
	'My account number is {account}.',
	'My name is {fullname}, phone {phone}.',
	'The last card on file is {card}.',
	'My social is {ssn}, so you find me.',
	'I live at {address}.',
	'This is {fullname}, {email}, account {account}.',
	'It was the number {phone} that called.'
];
