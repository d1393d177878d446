/** What the doctor finds of one part: it is well, worth a note, or ill and to be mended. */
export interface Finding {
  readonly part: string;
  readonly state: 'well' | 'note' | 'ill';
  /** A sentence; of what is ill it says how to mend it. */
  readonly says: string;
}

/** Looks at one part. May reject: then it is ill, with `mend` as the advice. */
export interface Check {
  readonly part: string;
  readonly mend: string;
  look(): Promise<Omit<Finding, 'part'>>;
}
