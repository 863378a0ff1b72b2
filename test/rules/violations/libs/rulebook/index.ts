export const rulebook = 'rulebook';
