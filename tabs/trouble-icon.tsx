/** The picture that goes with why there is no room. */
import {
  AppsAddIn28Regular,
  ArrowClockwise28Regular,
  Chat28Regular,
  CloudDismiss28Regular,
  LockClosed28Regular,
  People28Regular,
  PersonKey20Regular,
  Wrench24Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { TroubleKind } from './trouble-screen.tsx';

const icons: Readonly<Record<TroubleKind, ReactElement>> = {
  'outside-teams': <Chat28Regular />,
  'not-a-member': <LockClosed28Regular />,
  'pair-unclear': <People28Regular />,
  'not-installed': <AppsAddIn28Regular />,
  'sign-in': <PersonKey20Regular />,
  unavailable: <CloudDismiss28Regular />,
  'other-version': <ArrowClockwise28Regular />,
  broken: <Wrench24Regular />,
};

export function TroubleIcon({ kind }: { readonly kind: TroubleKind }) {
  return icons[kind];
}
