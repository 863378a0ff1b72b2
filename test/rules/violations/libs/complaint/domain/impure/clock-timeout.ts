setTimeout(() => undefined, 1);
