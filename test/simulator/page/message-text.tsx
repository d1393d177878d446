/** The text of a chat message: plain, with mentions and line breaks. */
export function MessageText({ text }: { readonly text: string }) {
  return text.split(/(<at>.*?<\/at>)/g).map((part, index) => {
    const mentioned = /^<at>(.*)<\/at>$/.exec(part)?.[1];
    return mentioned === undefined ? (
      part
    ) : (
      <span key={index} className="mention">
        {mentioned}
      </span>
    );
  });
}
