/** How a text looks that can be typed in where it stands: as text, until it is touched. */
import { makeStyles, tokens } from '@fluentui/react-components';

const padding = `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalSNudge}`;

export const useTextFieldStyles = makeStyles({
  // The hidden copy of the text behind the field gives both their height.
  sizer: {
    display: 'grid',
    minWidth: 0,
    '::after': {
      content: 'attr(data-text) " "',
      gridArea: '1 / 1',
      visibility: 'hidden',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      border: `${tokens.strokeWidthThin} solid transparent`,
      padding,
    },
  },
  field: {
    gridArea: '1 / 1',
    boxSizing: 'border-box',
    width: '100%',
    minWidth: 0,
    minHeight: '24px',
    margin: 0,
    padding,
    resize: 'none',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    // Windows' own high contrast drops the shadow below and shows this instead.
    outline: '2px solid transparent',
    outlineOffset: '-1px',
    // Until something is written that has a direction of its own.
    ':placeholder-shown': { direction: 'inherit' },
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
    ':hover': { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}` },
    ':focus': {
      backgroundColor: tokens.colorNeutralBackground1,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
      boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    },
  },
  note: { padding },
  readOnly: {
    ':hover': { border: `${tokens.strokeWidthThin} solid transparent` },
    ':focus': {
      backgroundColor: 'transparent',
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      boxShadow: 'none',
    },
  },
});
