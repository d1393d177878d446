/** Why a talk balance says what it says: reasons as values, with a sentence for each. */
export type Reason =
  | { readonly kind: 'nothing-observed' }
  | { readonly kind: 'panel-not-open'; readonly user: string }
  | { readonly kind: 'never-both'; readonly what: 'panels' | 'people' }
  | { readonly kind: 'company'; readonly ms: number }
  /** One of the panels, where there are several: which, the evidence cannot tell. */
  | {
      readonly kind: 'hears-everybody';
      readonly panels: readonly string[];
      readonly ms: number;
    }
  | { readonly kind: 'never-silent'; readonly panel: string }
  | { readonly kind: 'lag-unknown'; readonly panels: readonly string[] }
  | { readonly kind: 'nobody-spoke' }
  | { readonly kind: 'by-hand' };

export function explain(reason: Reason): string {
  switch (reason.kind) {
    case 'nothing-observed':
      return 'no panel was open and nobody tapped, so nothing could be measured';
    case 'panel-not-open':
      return `the panel of ${reason.user} was never open, so what the other said was not heard`;
    case 'never-both':
      return reason.what === 'panels'
        ? 'the two panels were never open at the same time'
        : 'the two were never in the meeting at the same time';
    case 'company':
      return `somebody else was in the meeting for ${seconds(reason.ms)}; that time is left out`;
    case 'hears-everybody':
      return reason.panels.length === 1
        ? `the panel ${reason.panels.join()} reported everybody's speech for ${seconds(reason.ms)}; that time is left out`
        : `the panels ${reason.panels.join(' and ')} heard the same for ${seconds(reason.ms)}, so one of them reported everybody's speech; that time is left out`;
    case 'never-silent':
      return `the panel ${reason.panel} never reported silence, so it is left out`;
    case 'lag-unknown':
      return `too few changes of speaker to tell how late the signal drops (${reason.panels.join(', ')}); nothing was taken off, so the share may lie closer to one half than it was`;
    case 'nobody-spoke':
      return 'nobody was heard speaking in the time that was measured';
    case 'by-hand':
      return 'who spoke was tapped by hand';
  }
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1_000)} s`;
}
