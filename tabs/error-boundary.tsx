/** What stands in for a panel that broke, so that a fault is never a blank page. */
import { Component } from 'react';
import type { ReactNode } from 'react';
import { useSay } from './language/language-context.ts';
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
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const say = useSay();
  const message = say('What was saved is safe. Load the panel again to go on.');
  return <TroubleScreen trouble={{ kind: 'broken', message }} />;
}
