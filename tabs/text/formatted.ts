/** Whether a text holds anything that reads differently once it is formatted. */
export function isFormatted(text: string): boolean {
  return /\*\*\S|^\s*(?:[-*+]|\d{1,3}[.)])\s+\S|\[[^\]]+\]\([^)]+\)|https?:\/\/\S/m.test(text);
}
