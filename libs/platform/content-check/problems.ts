import type { JsonObject } from '#kernel';
import type { ProblemCatalogue } from '#platform/http';
import type { ContentRefusalCode } from './port.js';
import { FILE_KINDS } from './types.js';

const words = (zh: string, en: string) => ({ zh, en });
const LIST = FILE_KINDS.map(({ endings }) => endings[0].toUpperCase()).join(', ');
const list = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));

/** What is said to somebody whose file is not taken. */
export const CONTENT_PROBLEMS = {
  'file-empty': {
    status: 422,
    title: words('文件是空的', 'The file is empty'),
    remedy: words('请检查文件后重新上传。', 'Look at the file and send it again.'),
  },
  'content-not-allowed': {
    status: 422,
    title: words('不接受此类文件', 'Files of this kind are not taken'),
    detail: ({ found }: JsonObject) =>
      found === undefined
        ? words('无法识别文件的类型。', 'What kind of file it is cannot be told.')
        : words(`文件内容是 ${list(found)}。`, `The content is ${list(found)}.`),
    remedy: words(
      `可接受：${LIST}。压缩包请逐个文件上传；旧版 Office 文件请另存为 DOCX、XLSX 或 PDF；文本请用 UTF-8 编码。`,
      `Taken are: ${LIST}. Send the files of an archive one by one; save old Office files as DOCX, XLSX or PDF; encode text in UTF-8.`,
    ),
  },
  'content-not-as-declared': {
    status: 422,
    title: words('文件名或声明的类型与内容不符', 'Name or declared type say something else than the content'),
    detail: ({ found, endings }: JsonObject) =>
      words(
        `文件内容是 ${list(found)}，扩展名应为：${list(endings)}。`,
        `The content is ${list(found)}; endings that fit: ${list(endings)}.`,
      ),
    remedy: words('请改正扩展名和类型后重新上传。', 'Correct ending and type, and send it again.'),
  },
  'content-ambiguous': {
    status: 422,
    title: words('文件可被当作两种类型打开', 'The file can be opened as two kinds at once'),
    detail: ({ kinds }: JsonObject) => words(`${list(kinds)}。`, `${list(kinds)}.`),
    remedy: words('请用可靠的软件重新保存后上传。', 'Save it anew with a program you trust, and send that.'),
  },
  'content-encrypted': {
    status: 422,
    title: words('文件设有密码', 'The file needs a password'),
    remedy: words('请去除密码后重新上传。', 'Remove the password and send it again.'),
  },
  'content-has-macros': {
    status: 422,
    title: words('文件含有宏', 'The file carries macros'),
    remedy: words('请另存为不含宏的 DOCX、XLSX 或 PDF。', 'Save it as DOCX, XLSX or PDF without macros.'),
  },
  'archive-unsafe': {
    status: 422,
    title: words('文件内部结构异常', 'What is inside the file does not bear looking at'),
    detail: ({ reason }: JsonObject) => words(`原因：${list(reason)}。`, `Reason: ${list(reason)}.`),
    remedy: words(
      '请用 Office 或 WPS 重新保存后上传。',
      'Save it anew with an office program, and send that.',
    ),
  },
  'image-too-large': {
    status: 422,
    title: words('图片像素过多', 'The picture has too many points'),
    detail: ({ pixels, limit }: JsonObject) =>
      words(
        `${list(pixels)} 像素，上限 ${list(limit)}。`,
        `${list(pixels)} points; the limit is ${list(limit)}.`,
      ),
    remedy: words('请缩小图片后重新上传。', 'Make it smaller and send it again.'),
  },
  'content-harmful': {
    status: 422,
    title: words('文件带有恶意内容的标志', 'The file bears a sign of harmful content'),
    remedy: words('请先用杀毒软件检查。', 'Have it looked at by a virus scanner first.'),
  },
  'content-check-too-long': {
    status: 503,
    title: words('系统繁忙，未能及时检查文件', 'The file could not be looked at in time'),
    detail: ({ seconds }: JsonObject) =>
      words(`超过 ${list(seconds)} 秒。`, `It took more than ${list(seconds)} s.`),
    remedy: words(
      '请按 Retry-After 稍后用同一个 Idempotency-Key 重试。',
      'Try again after the time in Retry-After, with the same Idempotency-Key.',
    ),
  },
} as const satisfies ProblemCatalogue<ContentRefusalCode>;
