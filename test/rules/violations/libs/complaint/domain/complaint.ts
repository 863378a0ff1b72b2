export const domain = 'complaint';
