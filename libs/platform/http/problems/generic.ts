import type { JsonObject, JsonValue } from '#kernel';
import { signInWords } from './sign-in.js';
import type { ProblemCatalogue, Words } from './catalogue.js';

const words = (zh: string, en: string): Words => ({ zh, en });
const show = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const correct = words('请按提示改正后重新提交。', 'Correct what is listed and send the request again.');
const retry = words(
  '请按 Retry-After 稍后用同一个 Idempotency-Key 重试。',
  'Try again after the time in Retry-After, with the same Idempotency-Key.',
);
const seeDocs = words('请参阅 /docs 中的接口说明。', 'See the description of the interface under /docs.');

/** The problems that any HTTP interface has, whatever its business. */
export const GENERIC_PROBLEMS = {
  'malformed-request': {
    status: 400,
    title: words('请求不符合 HTTP 规范', 'The request is not proper HTTP'),
    remedy: seeDocs,
  },
  'malformed-json': {
    status: 400,
    title: words('请求体不是可接受的 JSON', 'The body is not acceptable JSON'),
    remedy: words('请提交一个 UTF-8 编码的 JSON 对象。', 'Send one JSON object, encoded in UTF-8.'),
  },
  'validation-failed': {
    status: 400,
    title: words('提交的内容不符合要求', 'What was sent does not fit the declared shape'),
    detail: (facts: JsonObject) =>
      words(`共有 ${show(facts.count)} 处问题。`, `${show(facts.count)} problem(s) were found.`),
    remedy: correct,
  },
  'malformed-upload': {
    status: 400,
    title: words('上传的表单不符合要求', 'The form with the file is not as it should be'),
    detail: (facts: JsonObject) => words(`原因：${show(facts.reason)}。`, `Reason: ${show(facts.reason)}.`),
    remedy: words(
      '请用 multipart/form-data 提交两个部分：先 about（JSON），后 file（文件）。',
      'Send multipart/form-data with two parts: first `about` (JSON), then `file`.',
    ),
  },
  'body-too-large': {
    status: 413,
    title: words('请求体过大', 'The body is too large'),
    detail: (facts: JsonObject) =>
      words(`上限为 ${show(facts.limitBytes)} 字节。`, `The limit is ${show(facts.limitBytes)} bytes.`),
    remedy: words('请精简内容，或拆成多次提交。', 'Send less, or split it into several requests.'),
  },
  'unsupported-media-type': {
    status: 415,
    title: words('不支持的内容类型', 'The kind of content is not supported'),
    remedy: words(
      '请使用 Content-Type: application/json（UTF-8，不压缩）；上传文件请使用 multipart/form-data。',
      'Use Content-Type: application/json in UTF-8, without Content-Encoding; for a file, multipart/form-data.',
    ),
  },
  'uri-too-long': { status: 414, title: words('网址过长', 'The URL is too long'), remedy: seeDocs },
  'headers-too-large': {
    status: 431,
    title: words('请求头过多或过大', 'The request headers are too many or too large'),
    remedy: words('请减少请求头。', 'Send fewer or shorter headers.'),
  },
  'expectation-failed': {
    status: 417,
    title: words('不支持该 Expect 请求头', 'The Expect header cannot be met'),
    remedy: words('请去掉 Expect 请求头。', 'Leave out the Expect header.'),
  },
  unauthenticated: {
    status: 401,
    title: words('尚未登录或登录已失效', 'Not signed in, or the sign-in is no longer valid'),
    detail: (facts: JsonObject) => signInWords(facts.reason),
    remedy: words('请重新登录后再试。', 'Sign in again and repeat the request.'),
  },
  forbidden: {
    status: 403,
    title: words('无权进行此操作', 'This account may not do this'),
    remedy: words('请由有权限的人员办理。', 'Ask someone whose role allows it.'),
  },
  'not-found': {
    status: 404,
    title: words('没有找到', 'Nothing is here'),
    remedy: words('请核对网址和编号。', 'Check the address and the identifier.'),
  },
  'method-not-allowed': {
    status: 405,
    title: words('此网址不支持该方法', 'This address does not support the method'),
    detail: (facts: JsonObject) =>
      words(`支持的方法：${show(facts.allowed)}。`, `Supported methods: ${show(facts.allowed)}.`),
    remedy: seeDocs,
  },
  'precondition-required': {
    status: 428,
    title: words('缺少 If-Match', 'If-Match is missing'),
    remedy: words(
      '请先读取，再把得到的 ETag 放入 If-Match。',
      'Read the resource first and send its ETag as If-Match.',
    ),
  },
  'if-match-invalid': {
    status: 400,
    title: words('If-Match 格式不正确', 'If-Match is not in the expected form'),
    remedy: words(
      '请使用读取时得到的强 ETag，例如 If-Match: "7"。',
      'Use the strong ETag from reading, for example If-Match: "7".',
    ),
  },
  'precondition-failed': {
    status: 412,
    title: words('内容已被他人更改', 'Someone else has changed this meanwhile'),
    detail: (facts: JsonObject) =>
      facts.currentRevision === undefined
        ? words('您看到的不是最新内容。', 'What you saw is not current.')
        : words(
            `当前版本为 ${show(facts.currentRevision)}。`,
            `The current revision is ${show(facts.currentRevision)}.`,
          ),
    remedy: words(
      '请重新读取，核对变化后用新的 ETag 提交。',
      'Read it again, look at what changed, and send the new ETag.',
    ),
  },
  'idempotency-key-missing': {
    status: 400,
    title: words('缺少 Idempotency-Key', 'Idempotency-Key is missing'),
    remedy: words(
      '请为每次操作生成一个新的键（如 UUID），重试时用同一个键。',
      'Make a new key (such as a UUID) for each act, and use the same one when retrying.',
    ),
  },
  'idempotency-key-invalid': {
    status: 400,
    title: words('Idempotency-Key 格式不正确', 'Idempotency-Key is not in the expected form'),
    remedy: words('请使用 1–255 个可见 ASCII 字符。', 'Use 1 to 255 visible ASCII characters.'),
  },
  'idempotency-key-reused': {
    status: 422,
    title: words('同一个键用于了不同的内容', 'The key was used before with other content'),
    remedy: words('新的操作请使用新的键。', 'Use a new key for a new act.'),
  },
  'cursor-invalid': {
    status: 400,
    title: words('翻页游标无效', 'The paging cursor is not valid'),
    remedy: words(
      '请不带 cursor 从第一页开始；筛选或排序改变后游标不再适用。',
      'Start again without a cursor; a cursor holds only for the same filter and order.',
    ),
  },
  'request-timeout': {
    status: 408,
    title: words('请求接收超时', 'The request took too long to arrive'),
    remedy: words('请检查网络后重试。', 'Check the connection and try again.'),
  },
  'too-many-requests': { status: 429, title: words('请求过于频繁', 'Too many requests'), remedy: retry },
  'service-unavailable': {
    status: 503,
    title: words('服务暂时不可用', 'The service is not available just now'),
    remedy: retry,
  },
  'storage-full': {
    status: 507,
    title: words('存储空间已满', 'There is no room left to store this'),
    detail: (facts: JsonObject) =>
      words(`参考编号：${show(facts.reference)}。`, `Reference: ${show(facts.reference)}.`),
    remedy: words(
      '内容未保存。请通知管理员腾出空间，然后用同一个 Idempotency-Key 重试。',
      'Nothing was stored. Tell an administrator to make room, then try again with the same Idempotency-Key.',
    ),
  },
  'internal-fault': {
    status: 500,
    title: words('系统出错', 'Something failed on our side'),
    detail: (facts: JsonObject) =>
      words(`参考编号：${show(facts.reference)}。`, `Reference: ${show(facts.reference)}.`),
    remedy: words(
      '请把参考编号告诉管理员；可用同一个 Idempotency-Key 重试。',
      'Give the reference to an administrator; retrying with the same Idempotency-Key is safe.',
    ),
  },
} satisfies ProblemCatalogue<string>;

/** A code of the platform itself. */
export type GenericCode = keyof typeof GENERIC_PROBLEMS;
