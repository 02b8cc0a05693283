import assert from 'node:assert/strict';
import { readBareNames, readByline } from '../../../src/core/formats/line/byline';

const signed: [line: string, names: string[] | undefined, note?: string][] = [
  [
    'By: Ada Byron, Grace Murray Hopper, and Hedy Lamarr',
    ['Ada Byron', 'Grace Murray Hopper', 'Hedy Lamarr'],
  ],
  ['Written by Ada Byron and Hedy Lamarr.', ['Ada Byron', 'Hedy Lamarr']],
  ['by Frank San Miguel on behalf of the Cosmos team', ['Frank San Miguel'], 'on behalf of the Cosmos team'],
  [
    'Written by A. Byron, B. Cole and C. Dee. Credit to the Studio teams along with Support.',
    ['A. Byron', 'B. Cole', 'C. Dee'],
    'Credit to the Studio teams along with Support.',
  ],
  ['By Jane Doe with help from John Roe', ['Jane Doe'], 'with help from John Roe'],
  ['By Jane Doe, Staff Engineer at X, and John Roe, Designer', ['Jane Doe', 'John Roe']],
  ['By Jane Doe, PhD, and John Roe, Jr.', ['Jane Doe, PhD', 'John Roe, Jr.']],
  ['By Jane Doe (Acme) and John Roe (@john)', ['Jane Doe', 'John Roe']],
  ['Authors: A. Smith & B. de la Cruz', ['A. Smith', 'B. de la Cruz']],
  ['By José Ortega y Gasset', ['José Ortega y Gasset']],
  ['by Ana García y Luis Pérez', ['Ana García', 'Luis Pérez']],
  ['von Anna Schmidt und Jan Müller', ['Anna Schmidt', 'Jan Müller']],
  ['作者：王小明、李雷', ['王小明', '李雷']],
  ['作者: 王磊 张敏', ['王磊', '张敏']],
  ['文・佐藤健太、中村・レイチェル', ['佐藤健太', '中村・レイチェル']],
  ['Von: Sabine Voß und Emre Şahin', ['Sabine Voß', 'Emre Şahin']],
  [
    'Posted by Wei-Lin Tsai and Ana Campos, Research Interns, Verdant Research',
    ['Wei-Lin Tsai', 'Ana Campos'],
  ],
  ['By Jane Doe, John Roe, Acme Software Engineers', ['Jane Doe', 'John Roe']],
  ['By Jane Doe, Red Hat', ['Jane Doe']],
  ['By @jane and @john', ['@jane', '@john']],
  ['by jdoe', ['jdoe']],
  ['By danah boyd', ['danah boyd']],
  ['By The Foo Team', ['The Foo Team']],
  ['By using a queue', undefined],
  ['By Design', undefined],
  ['By the time you read this', undefined],
  ['Bygones', undefined],
];

const bare: [line: string, names: string[] | undefined][] = [
  ['Dhevi Rajendran', ['Dhevi Rajendran']],
  ['Stephanie Lane, Wenjing Zheng, Mihir Tendulkar', ['Stephanie Lane', 'Wenjing Zheng', 'Mihir Tendulkar']],
  ['Hendrik-Jan van der Berg', ['Hendrik-Jan van der Berg']],
  ['Jane Doe, Staff Engineer at X', ['Jane Doe']],
  ['王小明', ['王小明']],
  ['Di Wu', ['Di Wu']],
  ['The Backstory', undefined],
  ['Machine Learning', undefined],
  ['Building Trust', undefined],
  ['Lights, Camera, Media! Takes', undefined],
  ['Learning through data', undefined],
];

describe('readByline', () => {
  for (const [line, names, note] of signed) {
    it(`reads ${line}`, () => {
      const byline = readByline(line);
      assert.deepEqual(byline?.names, names);
      assert.equal(byline?.note, note);
    });
  }
});

describe('readBareNames', () => {
  for (const [line, names] of bare) {
    it(`reads ${line}`, () => assert.deepEqual(readBareNames(line)?.names, names));
  }
});
