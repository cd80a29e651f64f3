/** A number below 676 in two letters, for the name of one of many: names hold no digits. */
export const inLetters = (number: number): string =>
  String.fromCharCode(65 + Math.floor(number / 26), 97 + (number % 26));
