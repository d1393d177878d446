/** What stands in for a panel that broke, so that a fault is never a blank page. */
import { Component } from 'react';
import type { ReactNode } from 'react';
import { TroubleScreen } from './trouble-screen.tsx';

interface Props {
  readonly children: ReactNode;
}

// React itself reports the error to the console; this only replaces the screen.
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? (
      <TroubleScreen
        trouble={{
          kind: 'broken',
          message: 'What was saved is safe. Load the panel again to go on.',
        }}
      />
    ) : (
      this.props.children
    );
  }
}
