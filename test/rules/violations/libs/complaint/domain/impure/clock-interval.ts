setInterval(() => undefined, 1);
