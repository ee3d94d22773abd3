import type { FlowState, FlowStep } from '#core/domain/report-flow.ts';
import * as m from './paraglide/messages.js';

const stateWords: Readonly<Record<FlowState, () => string>> = {
	collecting: m.report_flow_state_collecting,
	locked: m.report_flow_state_locked,
	computed: m.report_flow_state_computed,
	prepared: m.report_flow_state_prepared,
	reviewed: m.report_flow_state_reviewed,
	signed: m.report_flow_state_signed,
	published: m.report_flow_state_published,
	restated: m.report_flow_state_restated
};
const stepWords: Readonly<Record<FlowStep, () => string>> = {
	lock: m.report_flow_did_lock,
	compute: m.report_flow_did_compute,
	recompute: m.report_flow_did_recompute,
	prepare: m.report_flow_did_prepare,
	review: m.report_flow_did_review,
	'send-back': m.report_flow_did_send_back,
	sign: m.report_flow_did_sign,
	publish: m.report_flow_did_publish,
	'hand-out': m.report_flow_did_hand_out,
	supersede: m.report_flow_did_supersede
};

export function flowStateLabel(state: FlowState): string {
	return stateWords[state]();
}

/** What somebody did, as the history has it. */
export function flowStepLabel(step: FlowStep): string {
	return stepWords[step]();
}
