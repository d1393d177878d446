/**
 * Notes with their bold, lists and links. Built from the parser's tokens as React elements, so that
 * nothing that was typed can become HTML; what is not one of these stays as it was typed.
 */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Lexer, type Token, type Tokens } from 'marked';
import { Fragment, useMemo } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  notes: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    '& p, & ul, & ol': { margin: 0 },
    '& ul, & ol': { paddingInlineStart: tokens.spacingHorizontalXL, whiteSpace: 'normal' },
    '& li': { whiteSpace: 'pre-wrap' },
  },
});

export function Markdown({ text }: { readonly text: string }) {
  const styles = useStyles();
  const tokensOfText = useMemo(() => new Lexer({ gfm: true, breaks: true }).lex(text), [text]);
  return (
    <div className={styles.notes} dir="auto">
      {shown(tokensOfText)}
    </div>
  );
}

function shown(all: readonly Token[]): ReactNode {
  return all.map((token, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- a text has no other names for its parts
    <Fragment key={index}>{shownToken(token)}</Fragment>
  ));
}

function shownToken(token: Token): ReactNode {
  switch (token.type) {
    case 'space':
      return null;
    case 'paragraph':
      return <p>{inner(token)}</p>;
    case 'list':
      return isList(token) ? <List list={token} /> : token.raw;
    case 'strong':
      return <strong>{inner(token)}</strong>;
    case 'em':
      return <em>{inner(token)}</em>;
    case 'br':
      return '\n';
    case 'link':
      return isLink(token) && isSafe(token.href) ? (
        <Link inline href={token.href} target="_blank" rel="noopener noreferrer">
          {inner(token)}
        </Link>
      ) : (
        token.raw
      );
    case 'text':
      return 'tokens' in token && token.tokens !== undefined ? shown(token.tokens) : token.raw;
    case 'escape':
      return 'text' in token ? String(token.text) : token.raw;
    default:
      return token.raw;
  }
}

function List({ list }: { readonly list: Tokens.List }) {
  const items = list.items.map((item, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- a text has no other names for its parts
    <li key={index}>{shown(item.tokens)}</li>
  ));
  return list.ordered ? (
    <ol start={list.start === '' ? 1 : list.start}>{items}</ol>
  ) : (
    <ul>{items}</ul>
  );
}

function inner(token: Token): ReactNode {
  return 'tokens' in token && token.tokens !== undefined ? shown(token.tokens) : token.raw;
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list' && 'items' in token;
}

function isLink(token: Token): token is Tokens.Link {
  return token.type === 'link' && 'href' in token;
}

function isSafe(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(address);
}
