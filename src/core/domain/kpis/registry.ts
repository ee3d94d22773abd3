import { attributionRate } from './attribution-rate.ts';
import { callRating } from './call-rating.ts';
import { complaintRate } from './complaint-rate.ts';
import { complaintsReceived } from './complaints-received.ts';
import { criticalCases } from './critical-cases.ts';
import { harshConductRate } from './harsh-conduct-rate.ts';
import { praiseShare } from './praise-share.ts';
import { uniqueComplainants } from './unique-complainants.ts';

/** Every KPI of the product, by its id in the KPI dictionary, in reading order. */
export const kpis = {
	K01: complaintsReceived,
	K02: uniqueComplainants,
	K03: complaintRate,
	K05: harshConductRate,
	K08: criticalCases,
	K15: attributionRate,
	K30: praiseShare,
	K41: callRating
} as const;
export type KpiId = keyof typeof kpis;
