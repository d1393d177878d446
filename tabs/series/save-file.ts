/** Hands the person a file. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A title as a file may be called. */
export function fileName(title: string): string {
  return title.replaceAll(/[^\p{L}\p{M}\p{N} ._-]+/gu, '-').trim() || '1-1';
}
