import { cleanFileName, contentDisposition } from '../../src/inbox/file-name.ts';
import { file, letter, people, type Scene, setScene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await setScene()));
afterAll(() => scene.house.close());

const send = (attachments: unknown[]) =>
  scene.house.as(people.tax).post('/v1/messages', letter({ attachments }));
const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');

describe('The name of an attachment', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\joris\\tax.pdf', 'tax.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
    ['a\u0000.pdf', 'a.pdf'],
    ['..', 'attachment'],
    ['/', 'attachment'],
    ['.htaccess', 'htaccess'],
    ['a"b;c.pdf', 'a_b;c.pdf'],
    ['\ud800half.txt', 'half.txt'],
    ['Belastingaangifte Zoë 2026.pdf', 'Belastingaangifte Zoë 2026.pdf'],
    [`${'long'.repeat(60)}.pdf`, `${'long'.repeat(60).slice(0, 146)}.pdf`],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanFileName(given)).toBe(clean);
  });

  it('stands in the header plainly for old browsers and truly for others (RFC 6266, RFC 8187)', () => {
    expect(contentDisposition(`Zoë's (2026) 山 100%.pdf`)).toBe(
      `attachment; filename="Zoe's (2026) _ 100_.pdf"; filename*=UTF-8''Zo%C3%AB%27s%20%282026%29%20%E5%B1%B1%20100%25.pdf`,
    );
  });
});

describe('The content of an attachment', () => {
  it.each([
    ['a PDF', file('a.pdf', '%PDF-1.7\n', 'application/pdf')],
    ['a PNG', file('a.png', png, 'image/png')],
    ['a JPEG', file('a.jpg', jpeg, 'image/jpeg')],
    ['text', file('a.txt', 'Zoë owes < 12 euros', 'text/plain')],
    ['CSV', file('a.csv', 'a;b\n1;2\n', 'text/csv')],
    ['XML', file('a.xml', '\ufeff<?xml version="1.0"?><a/>', 'application/xml')],
  ])('is taken as %s when it is that', async (_, attachment) => {
    expect((await send([attachment])).status).toBe(201);
  });

  it.each([
    [
      'a program that says it is a PDF',
      file('a.pdf', 'MZ\u0090\u0000', 'application/pdf'),
      'mediaType contradicted',
    ],
    ['a PDF that says it is text', file('a.txt', '%PDF-1.7\n', 'text/plain'), 'mediaType contradicted'],
    ['HTML that says it is text', file('a.txt', ' <html><script>', 'text/plain'), 'mediaType contradicted'],
    ['a PNG that says it is a JPEG', file('a.jpg', png, 'image/jpeg'), 'mediaType contradicted'],
    [
      'text that is not UTF-8',
      file('a.txt', Buffer.from([0x66, 0xe9]), 'text/plain'),
      'mediaType contradicted',
    ],
    ['text with a NUL', file('a.txt', 'a\u0000b', 'text/plain'), 'mediaType contradicted'],
    ['nothing', file('a.txt', ''), 'content empty'],
    ['broken base64', { ...file('a.txt', ''), content: 'abc' }, 'content base64'],
    ['base64 with line breaks', { ...file('a.txt', ''), content: 'YWJj\nYWJj' }, 'content base64'],
    ['base64 with an end that says two things', { ...file('a.txt', ''), content: 'YWJ=' }, 'content base64'],
    ['more than 10 MiB', file('a.txt', 'a'.repeat(10 * 1024 * 1024 + 1)), 'content too-large'],
  ])('is refused as %s, naming the attachment', async (_, attachment, wrong) => {
    const answer = await send([file('good.txt', 'good'), attachment]);
    expect(answer.status).toBe(400);
    const [fault] = answer.body.errors;
    expect(`${fault.location.pointer} ${fault.code}`).toBe(`#/attachments/1/${wrong}`);
  });

  it('is refused above 15 MiB together and above ten of them', async () => {
    const large = file('a.txt', 'a'.repeat(8 * 1024 * 1024));
    expect((await send([large, large])).body.errors).toMatchObject([
      { location: { pointer: '#/attachments' }, code: 'too-large' },
    ]);
    const many = await send(Array.from({ length: 11 }, () => file('a.txt', 'a')));
    expect(many.body.errors).toMatchObject([{ location: { pointer: '#/attachments' } }]);
  });
});
