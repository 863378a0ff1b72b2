/** Plain pages of the local provider: no script, no outside resource, in Chinese and English. */

const STYLE = `
  body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 24rem; margin: 12vh auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
  label { display: block; margin-top: 1rem }
  input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; border: 1px solid #767676; border-radius: 4px }
  button { margin-top: 1.5rem; padding: .5rem 1.25rem; font: inherit; border-radius: 4px; border: 1px solid #0b57a4; background: #0b57a4; color: #fff }
  button.plain { background: none; color: #0b57a4 }
  [role=alert] { border-left: 4px solid #b3261e; padding-left: .75rem }`;

/** The form to sign in with. `action` is where it posts to; `account` is what was typed before. */
export function loginPage(action: string, failed: boolean, account = ''): string {
  const alert = failed
    ? '<p role="alert">账号或密码不正确。<br><span lang="en">Account or password is wrong.</span></p>'
    : '';
  return page(
    '登录 · Sign in',
    `<h1>登录 <span lang="en">Sign in</span></h1>${alert}
<form method="post" action="${escape(action)}" autocomplete="on">
<label for="account">账号 <span lang="en">Account</span></label>
<input id="account" name="account" value="${escape(account)}" autocomplete="username" maxlength="100" required autofocus>
<label for="password">密码 <span lang="en">Password</span></label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required>
<button name="do" value="login">登录 <span lang="en">Sign in</span></button>
<button name="do" value="cancel" class="plain" formnovalidate>取消 <span lang="en">Cancel</span></button>
</form>`,
  );
}

/** What is shown where a sign-in cannot go on. `code` is the provider's stable error code. */
export function errorPage(code: string): string {
  return page(
    '无法登录 · Cannot sign in',
    `<h1>无法登录 <span lang="en">Cannot sign in</span></h1>
<p>登录已中断或已过期，请回到应用重新开始。<br>
<span lang="en">This sign-in was broken off or is too old. Go back to the application and begin again.</span></p>
<p><code>${escape(code)}</code></p>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
