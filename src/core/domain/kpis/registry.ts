import { acknowledgedInTime } from './acknowledged-in-time.ts';
import { actionsInTime } from './actions-in-time.ts';
import { ageOfOpenCases } from './age-of-open-cases.ts';
import { attributionRate } from './attribution-rate.ts';
import { backlog } from './backlog.ts';
import { breachForecast } from './breach-forecast.ts';
import { callLinkRate } from './call-link-rate.ts';
import { callRating } from './call-rating.ts';
import { closedInThreeDays } from './closed-in-three-days.ts';
import { closedInTime } from './closed-in-time.ts';
import { complaintRate } from './complaint-rate.ts';
import { complaintRateByAccounts } from './complaint-rate-by-accounts.ts';
import { complaintsReceived } from './complaints-received.ts';
import { completeness } from './completeness.ts';
import { criticalCases } from './critical-cases.ts';
import { escalationIntent } from './escalation-intent.ts';
import { frequencyBreaches } from './frequency-breaches.ts';
import { handlingDays } from './handling-days.ts';
import { hardshipHelped } from './hardship-helped.ts';
import { harshConductRate } from './harsh-conduct-rate.ts';
import { offHoursContacts } from './off-hours-contacts.ts';
import { outsideFlags } from './outside-flags.ts';
import { positiveToConduct } from './positive-to-conduct.ts';
import { praiseShare } from './praise-share.ts';
import { qaMisses } from './qa-misses.ts';
import { regulatorShare } from './regulator-share.ts';
import { reopenedRate } from './reopened-rate.ts';
import { repeatComplainants } from './repeat-complainants.ts';
import { restatement } from './restatement.ts';
import { reviewCoverage } from './review-coverage.ts';
import { reviewerAgreement } from './reviewer-agreement.ts';
import { severityIndex } from './severity-index.ts';
import { standardisedRatio } from './standardised-ratio.ts';
import { taggerPrecision } from './tagger-precision.ts';
import { taggerRecall } from './tagger-recall.ts';
import { themeShare } from './theme-share.ts';
import { thirdPartyHarm } from './third-party-harm.ts';
import { timeToHuman } from './time-to-human.ts';
import { trainingEffect } from './training-effect.ts';
import { uniqueComplainants } from './unique-complainants.ts';
import { upheldRate } from './upheld-rate.ts';
import { vulnerableCustomers } from './vulnerable-customers.ts';
import { wordsVsLog } from './words-vs-log.ts';

/** Every KPI of the product, by its id in the KPI dictionary, in reading order. */
export const kpis = {
	K01: complaintsReceived,
	K02: uniqueComplainants,
	K03: complaintRate,
	K04: complaintRateByAccounts,
	K05: harshConductRate,
	K06: severityIndex,
	K07: themeShare,
	K08: criticalCases,
	K09: timeToHuman,
	K10: thirdPartyHarm,
	K11: offHoursContacts,
	K12: frequencyBreaches,
	K13: wordsVsLog,
	K14: standardisedRatio,
	K15: attributionRate,
	K16: acknowledgedInTime,
	K17: closedInThreeDays,
	K18: closedInTime,
	K19: breachForecast,
	K20: backlog,
	K21: ageOfOpenCases,
	K22: handlingDays,
	K23: upheldRate,
	K24: reopenedRate,
	K25: repeatComplainants,
	K26: regulatorShare,
	K27: escalationIntent,
	K28: hardshipHelped,
	K29: vulnerableCustomers,
	K30: positiveToConduct,
	K31: qaMisses,
	K32: callLinkRate,
	K33: taggerPrecision,
	K34: reviewerAgreement,
	K35: reviewCoverage,
	K36: completeness,
	K37: actionsInTime,
	K38: trainingEffect,
	K39: restatement,
	K40: outsideFlags,
	K41: callRating,
	K42: praiseShare,
	K43: taggerRecall
} as const;
export type KpiId = keyof typeof kpis;
export const kpiIds = Object.keys(kpis) as readonly KpiId[];

export function isKpiId(text: string): text is KpiId {
	return Object.hasOwn(kpis, text);
}
