export const calendar = 'calendar';
