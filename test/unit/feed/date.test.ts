import assert from 'node:assert/strict';
import { readDate } from '../../../src/core/formats/feed/date';

const dates: readonly (readonly [written: string, day: string | undefined])[] = [
  ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-1-1'],
  ['Thu, 01 Jan 2004 19:48:21 +0000 (UTC)', '2004-1-1'],
  ['Thu, 01 Jan 04 19:48:21 CEST', '2004-1-1'],
  ['Thu,  1 January 2004 19:48 Europe/Berlin', '2004-1-1'],
  ['1 Jan 2004', '2004-1-1'],
  ['01-Jan-04', '2004-1-1'],
  ['Sat, 31 Dec 2011 23:59:59 -1100', '2011-12-31'],
  ['Sun Jan  4 16:29:06 PST 2004', '2004-1-4'],
  ['Sun Jan 04 16:29:06 2004', '2004-1-4'],
  ['Thu Aug 30 2012 17:26:16 GMT+0200 (Central European Summer Time)', '2012-8-30'],
  ['Fri, 2006/09/15 08:19:53 EDT', '2006-9-15'],
  ['2004-07-08 23:56:58.76', '2004-7-8'],
  ['2003-12-31T10:14:55.1234Z', '2003-12-31'],
  ['2003-12-31 10:14:55 Z', '2003-12-31'],
  ['2021-2-3T1:2:3Z', '2021-2-3'],
  ['2003-12', '2003-12'],
  ['2003', '2003'],
  ['20031231', '2003-12-31'],
  ['031231', '2003-12-31'],
  ['03-12-31', '2003-12-31'],
  ['-0312', '2003-12'],
  ['2003335', '2003-12-1'],
  ['2003-335', '2003-12-1'],
  ['Fri, 12 Dez 2008 11:38:13 +0100', '2008-12-12'],
  ['mar., 16 févr. 2021 08:00:00 +0100', '2021-2-16'],
  ['lun, 03 feb 2021 10:00:00 +0100', '2021-2-3'],
  ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-7-11'],
  ['2004-július-13T9:15-05:00', '2004-7-13'],
  ['2004-05-25 오후 11:23:17', '2004-5-25'],
  ['2004년 05월 28일 오후 01:11:09', '2004-5-28'],
  ['수, 03 2월 2021 10:00:00 +0900', '2021-2-3'],
  ['Срд, 03 Фев 2021 10:00:00 +0300', '2021-2-3'],
  ['Wed, 02/03/2021 - 10:00', '2021-2-3'],
  ['Tue, 02/03/2021 - 10:00', '2021-3-2'],
  ['1706745600', '2024-2-1'],
  ['1706745600000', '2024-2-1'],
  ['yesterday', undefined],
  ['0000-00-00 00:00:00', undefined],
  ['32 Jan 2021', undefined],
  ['2003-366', undefined],
];

describe("a feed's dates", () => {
  for (const [written, day] of dates) {
    it(`${written} ${day ? `is ${day}` : 'cannot be understood'}`, () => {
      const date = readDate(written)?.date;
      assert.equal(date && [date.year, date.month, date.day].filter(part => part).join('-'), day);
    });
  }

  it('keeps what is written', () => {
    assert.equal(readDate('  Thu,\n 1 Jan 2004 ')?.text, 'Thu, 1 Jan 2004');
    assert.equal(readDate(' '), undefined);
  });
});
