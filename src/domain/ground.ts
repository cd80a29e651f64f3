/** What a court can order. These words stay Dutch: they have no official translation (domain §2). */
export const courtMeasures = ['curatele', 'bewind', 'mentorschap', 'provisional'] as const;
/** One of {@link courtMeasures}. */
export type CourtMeasure = (typeof courtMeasures)[number];

/**
 * On what a mandate rests (grondslag): the client's own will, a court measure, or urgent acts after the end of either
 * (BW 3:73, 1:448.3; R31).
 */
export const mandateGrounds = ['voluntary', ...courtMeasures, 'urgent-acts'] as const;
/** One of {@link mandateGrounds}. */
export type MandateGround = (typeof mandateGrounds)[number];
