/** How high the line is that says how the meter stands, with the button beside it. */
export const standingHeight = '24px';
