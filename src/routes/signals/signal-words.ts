import type { CloseReason, SignalKind, SignalState } from '#core/domain/signal.ts';
import * as m from '#lib/i18n/paraglide/messages.js';

export const kindWords: Readonly<Record<SignalKind, () => string>> = {
	critical: m.signals_kind_critical,
	trend: m.signals_kind_trend,
	outlier: m.signals_kind_outlier,
	early: m.signals_kind_early,
	term: m.signals_kind_term
};
export const stateWords: Readonly<Record<SignalState, () => string>> = {
	new: m.signals_state_new,
	acknowledged: m.signals_state_acknowledged,
	closed: m.signals_state_closed
};
export const reasonWords: Readonly<Record<CloseReason, () => string>> = {
	acted: m.signals_reason_acted,
	recording: m.signals_reason_recording,
	chance: m.signals_reason_chance,
	duplicate: m.signals_reason_duplicate,
	other: m.signals_reason_other
};
