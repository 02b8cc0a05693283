import assert from 'node:assert/strict';
import { compareDates, findDate, formatDate, isoDate, parseDate } from '../../src/core/date';

const iso = (text: string, order?: 'dayFirst' | 'monthFirst') => {
  const date = parseDate(text, { order });
  return date && isoDate(date);
};

describe('parseDate', () => {
  const third = [
    '2021-01-03',
    '2021-1-3',
    '20210103',
    '2021-01-03T10:00:00Z',
    '2021-01-03T23:30:00-08:00',
    '2021-01-03T10:00:00.123+09:00',
    '20210103T100000Z',
    '2021-01-03 10:00',
    '2021/01/03',
    '2021.01.03',
    '2021. 1. 3.',
    'Sun, 03 Jan 2021 10:00:00 GMT',
    'Sun, 03 Jan 2021 10:00:00 +0000',
    '3 Jan 21 10:00:00 EST',
    'Jan 3, 2021',
    "Jan 3 '21",
    '3 January ’21',
    'Jan.03.2021',
    'Jan. 3, 2021',
    'January 3rd, 2021',
    'january 3 2021',
    'JAN 3, 2021',
    '3 Jan 2021',
    '3rd of January 2021',
    'Sunday, 3 January 2021',
    'Sunday, January 3, 2021',
    'Jan 3, 2021 10:30 AM',
    'January 3, 2021 at 9:15 pm PST',
    '03-Jan-2021',
    'Jan-03-2021',
    '2021-Jan-03',
    '2021 January 3',
    '03.01.2021',
    '3. 1. 2021',
    '3. Januar 2021',
    '3. Jänner 2021',
    'Sonntag, 3. Jan. 2021',
    '3 janvier 2021',
    '3 janv. 2021',
    '3 de enero de 2021',
    '3 enero, 2021',
    'enero 3, 2021',
    '3 de janeiro de 2021',
    '3 gennaio 2021',
    '3 januari 2021',
    '3 stycznia 2021',
    '3 января 2021',
    '3 янв. 2021',
    '3 Ocak 2021',
    '2021年1月3日',
    '2021 年 1 月 3 日',
    '2021年1月3日（日）',
    '2021년 1월 3일',
    '２０２１年１月３日',
    '令和3年1月3日',
    '2021. január 3.',
    '3 tháng 1, 2021',
    ' Jan 3, 2021. ',
  ];
  for (const text of third) it(`reads "${text}"`, () => assert.equal(iso(text), '2021-01-03'));

  const others: [string, string][] = [
    ['1er février 2021', '2021-02-01'],
    ['3. März 2021', '2021-03-03'],
    ['15 août 2021', '2021-08-15'],
    ['01/15/2021', '2021-01-15'],
    ['15/01/2021', '2021-01-15'],
    ['01/15/21', '2021-01-15'],
    ['03/03/2021', '2021-03-03'],
    ['Jan 2021', '2021-01'],
    ['Sept. 2021', '2021-09'],
    ['mars 2021', '2021-03'],
    ['enero de 2021', '2021-01'],
    ['2021-01', '2021-01'],
    ['2021年1月', '2021-01'],
    ['2021', '2021'],
    ['2020-02-29', '2020-02-29'],
    ['31 Dec 1999', '1999-12-31'],
    ['平成31年4月1日', '2019-04-01'],
    ['12 maj 2020', '2020-05-12'],
  ];
  for (const [text, date] of others) it(`reads "${text}" as ${date}`, () => assert.equal(iso(text), date));

  const none = [
    '',
    '3 days ago',
    'yesterday',
    'Jan 3',
    '01/03/2021',
    '1/3/21',
    '21/01/15',
    '2021-02-30',
    'Feb 29, 2021',
    '2021-13-01',
    '32 January 2021',
    'April 31, 2021',
    '3000',
    '12345',
    'Foo 3, 2021',
    '5 min read',
    'in 2021',
    'Jan 3-5, 2021',
    '1.2.3',
    '2021-01-03-04',
    'before 3 January 2021',
    'Jan 12021',
    'jui 2021',
    '2019-2021',
    'NaN',
  ];
  for (const text of none) it(`takes "${text}" for no date`, () => assert.equal(iso(text), undefined));

  it('reads a date of two readings when it is told which part comes first', () => {
    assert.equal(iso('01/03/2021', 'monthFirst'), '2021-01-03');
    assert.equal(iso('01/03/2021', 'dayFirst'), '2021-03-01');
    assert.equal(iso('01/15/2021', 'dayFirst'), undefined);
  });
});

describe('findDate', () => {
  const found = (text: string) => {
    const date = findDate(text);
    return date && [isoDate(date.date), text.slice(date.start, date.end)];
  };
  it('finds a date at either end of a line, with its weekday and time', () => {
    assert.deepEqual(found('Jan 3, 2021 · 5 min read'), ['2021-01-03', 'Jan 3, 2021']);
    assert.deepEqual(found('By Ann Lee on Sunday, 3 January 2021'), ['2021-01-03', 'Sunday, 3 January 2021']);
    assert.deepEqual(found('Posted 2021-01-03 10:00 by Ann'), ['2021-01-03', '2021-01-03 10:00']);
    assert.deepEqual(found('公開日：2021年1月3日 田中'), ['2021-01-03', '2021年1月3日']);
    assert.deepEqual(found('发布于2021年1月3日'), ['2021-01-03', '2021年1月3日']);
    assert.deepEqual(found('March 2020 — Ann Lee'), ['2020-03', 'March 2020']);
  });
  it('finds the first of two', () => {
    assert.deepEqual(found('Mar 4, 2020 (updated 2021-01-03)'), ['2020-03-04', 'Mar 4, 2020']);
  });
  it('finds none in a title that only has numbers', () => {
    for (const text of [
      'The best of 2021',
      'Version 1.2.2021-beta',
      'You may 2021 times',
      'A tool set 2021',
      'Ports 8080/443/2021',
    ]) {
      assert.equal(found(text), undefined, text);
    }
  });
  it('does work in proportion to the text', () => {
    for (const unit of ['January ', '3 Jan ', '2021-', '12/', '1 de de ', 'januaryjanuary', '2021年']) {
      const started = process.cpuUsage();
      findDate(unit.repeat(50_000));
      assert.ok(process.cpuUsage(started).user / 1000 < 2000, unit);
    }
  });
});

describe('dates as text', () => {
  it('is written for English prose and as ISO 8601', () => {
    assert.equal(formatDate({ year: 2021, month: 1, day: 3 }), 'January 3, 2021');
    assert.equal(formatDate({ year: 2021, month: 12 }), 'December 2021');
    assert.equal(formatDate({ year: 2021 }), '2021');
    assert.equal(isoDate({ year: 2021, month: 1 }), '2021-01');
  });
  it('sorts newest first and undated last', () => {
    const dates = [undefined, { year: 2020 }, { year: 2021, month: 1 }, { year: 2021, month: 1, day: 3 }];
    assert.deepEqual(dates.sort(compareDates), [
      { year: 2021, month: 1, day: 3 },
      { year: 2021, month: 1 },
      { year: 2020 },
      undefined,
    ]);
    assert.ok(compareDates(undefined, { year: 1 }) > 0 && compareDates({ year: 1 }, undefined) < 0);
    assert.equal(compareDates(undefined, undefined), 0);
  });
});
