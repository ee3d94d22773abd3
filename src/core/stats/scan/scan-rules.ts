/**
 * Everything a scan for signals decides by, in one place: what is looked at, how far back, how sure it must be. Where
 * no source is named the number is Earshot's choice; docs/statistics.md says why.
 */
export const scanRules = {
	/** Months. Montgomery, Introduction to Statistical Quality Control: 20 to 25 subgroups; fewer than 12 make no limits. */
	baseline: {
		fewest: 12,
		most: 24,
		/** The latest ones are judged, and make no limits of their own. */
		judged: 6
	},
	/** Days that feedback and contacts may lag behind the end of a month before the month counts as not complete. */
	lagDays: 3,
	trend: {
		/** Mean of the baseline a month, below which a handful is a breach. */
		fewestMean: 1,
		/** Feedback that a run must rest on, as in a new term. */
		fewestFeedback: 5
	},
	outlier: {
		/** Share of false alarms among the flagged. Benjamini & Hochberg (1995). */
		falseDiscoveryRate: 0.05,
		/** Complete months; what one person does is rare, and takes longer to show. */
		months: { agency: 12, team: 12, agent: 36 },
		/** Expected count below which nothing is said. Spiegelhalter (2005), S4. */
		fewestExpected: 5,
		fewestContacts: 200,
		/** Limits of the funnel beside the test. */
		level: 0.998
	},
	early: {
		/** The latest complete weeks that are judged. */
		weeks: 2,
		/** Chance of a false alarm a week and series, one-sided. Noufaily et al. (2013) use 0.005 and less. */
		alpha: 0.001,
		/** Fewer cases in the last four weeks are no alarm. Farrington et al. (1996). */
		fewest: { cases: 5, periods: 4 },
		/** Weeks of a year, and years from which on seasons are known; below, EARS C2. */
		season: 52,
		years: 2,
		halfWindow: 3,
		/** Weeks EARS compares with. Hutwagner et al. (2003). */
		earsBaseline: 7,
		earsLag: 2
	},
	term: {
		/** Months before the latest one that it is compared with. */
		monthsBefore: 12,
		/** Records of one cluster that two terms share before they are one signal. */
		sameRecords: 0.5,
		falseDiscoveryRate: 0.05
	},
	critical: { days: 31 },
	context: {
		/** A source that is first seen later than this after the start of a comparison is left out of it. */
		graceMonths: 3,
		/** Share of one language in a unit's texts from which on it is compared with units of that language only. */
		languageShare: 0.8
	},
	reopening: {
		/** Days without being found, after which a closed cause that is back is a new signal. */
		quietDays: 92,
		/** Or clearly worse: so many times the ratio it was closed with, and by more than chance. */
		worse: 1.5,
		alpha: 0.01
	}
} as const;
