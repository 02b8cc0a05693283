import assert from 'node:assert/strict';
import { displayName, nameKey, parseName, sortName } from '../../src/core/name';

const readings: [signature: string, name: object, shown?: string][] = [
  ['Hee Won Kim', { given: 'Hee Won', family: 'Kim' }],
  ['Frank San Miguel', { given: 'Frank', family: 'San Miguel' }],
  ['Carenina Garcia Motion', { given: 'Carenina Garcia', family: 'Motion' }],
  ['Maria De la Cruz', { given: 'Maria', family: 'De la Cruz' }],
  ['Juan de la Cruz', { given: 'Juan', nonDroppingParticle: 'de la', family: 'Cruz' }],
  ['Oliver St. John', { given: 'Oliver', family: 'St. John' }],
  ['Anna van der Berg', { given: 'Anna', nonDroppingParticle: 'van der', family: 'Berg' }],
  [
    'Jean de La Fontaine',
    { given: 'Jean', droppingParticle: 'de', nonDroppingParticle: 'La', family: 'Fontaine' },
  ],
  [
    'Ludwig van Beethoven III',
    { given: 'Ludwig', nonDroppingParticle: 'van', family: 'Beethoven', suffix: 'III' },
  ],
  ['Martin Luther King Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  [
    'Martin Luther King, Jr.',
    { given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    'Martin Luther King Jr.',
  ],
  ['King, Martin Luther', { given: 'Martin Luther', family: 'King' }, 'Martin Luther King'],
  ["Kate O'Brien-Smith", { given: 'Kate', family: "O'Brien-Smith" }],
  ['J. R. R. Tolkien', { given: 'J. R. R.', family: 'Tolkien' }],
  ['danah boyd', { given: 'danah', family: 'boyd' }],
  ['Dr. Jane Q. Doe, PhD', { given: 'Jane Q.', family: 'Doe' }, 'Jane Q. Doe'],
  ['🎉 Jane Doe (she/her)', { given: 'Jane', family: 'Doe' }, 'Jane Doe'],
  ['Jane Doe @janedoe', { given: 'Jane', family: 'Doe' }, 'Jane Doe'],
  ['Björk', { family: 'Björk' }],
  ['@antirez', { literal: '@antirez' }],
  ['jdoe42', { literal: 'jdoe42' }],
  ['The Cosmos Team', { literal: 'The Cosmos Team' }],
  ['Acme Engineering', { literal: 'Acme Engineering' }],
  ['王小明', { family: '王', given: '小明' }],
  ['欧阳修', { family: '欧阳', given: '修' }],
  ['山田太郎', { family: '山田', given: '太郎' }],
  ['高橋みなみ', { family: '高橋', given: 'みなみ' }],
  ['김철수', { family: '김', given: '철수' }],
  ['ジョン・スミス', { family: 'スミス', given: 'ジョン' }],
  ['中村・レイチェル', { literal: '中村・レイチェル' }],
  ['高橋健', { family: '高橋', given: '健' }],
  ['高橋', { family: '高橋' }],
  ['高健', { family: '高', given: '健' }],
  ['佐々木健太', { family: '佐々木', given: '健太' }],
  ['长谷小明', { family: '长谷', given: '小明' }],
  ['司马光', { family: '司马', given: '光' }],
  ['Núria Puig i Serra', { given: 'Núria', family: 'Puig i Serra' }],
  ['José Ortega y Gasset', { given: 'José', family: 'Ortega y Gasset' }],
  ['Andrés Pérez de León', { given: 'Andrés Pérez', nonDroppingParticle: 'de', family: 'León' }],
  ['Nguyễn Thị Minh Khai', { family: 'Nguyễn', given: 'Thị Minh Khai' }],
  ['Tuấn Anh Lê', { given: 'Tuấn Anh', family: 'Lê' }],
  ['Иван Петров', { given: 'Иван', family: 'Петров' }],
];

describe('parseName', () => {
  for (const [signature, name, shown = signature] of readings) {
    it(`reads ${signature}`, () => {
      assert.deepEqual(parseName(signature), name);
      assert.equal(displayName(parseName(signature)), shown);
    });
  }

  it('takes any text without throwing, and shows something for it', () => {
    for (const text of ['.', ',', 'Jr.', 'Dr.', '((', 'von', ' ', '🎉', 'PhD', ', ,']) {
      assert.equal(typeof displayName(parseName(text)), 'string', text);
    }
  });

  it('does not slow down on long hostile text', () => {
    const started = process.cpuUsage();
    for (const part of ['( ', 'Dr. ', ', PhD', 'von ', ') (', '@a ']) parseName(part.repeat(20_000));
    assert.ok(process.cpuUsage(started).user / 1000 < 2000);
  });
});

describe('sortName', () => {
  it('puts the family name first, with the particles that belong to it', () => {
    assert.equal(sortName(parseName('Frank San Miguel')), 'San Miguel, Frank');
    assert.equal(sortName(parseName('Anna van der Berg')), 'van der Berg, Anna');
    assert.equal(sortName(parseName('Jean de La Fontaine')), 'La Fontaine, Jean de');
    assert.equal(sortName(parseName('Martin Luther King Jr.')), 'King, Martin Luther, Jr.');
    assert.equal(sortName(parseName('The Cosmos Team')), 'The Cosmos Team');
  });
});

describe('nameKey', () => {
  it('is one for other case, accents, spacing and punctuation', () => {
    assert.equal(nameKey(parseName('José  GARCÍA')), nameKey(parseName('Jose Garcia')));
    assert.equal(nameKey(parseName('J.R.R. Tolkien')), nameKey(parseName('J. R. R. Tolkien')));
    assert.notEqual(nameKey(parseName('Jane Doe')), nameKey(parseName('Jane Roe')));
  });
});
