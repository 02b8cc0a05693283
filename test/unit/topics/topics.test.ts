import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { PostRecord } from '../../../src/core/post';
import {
  canonicalTopic,
  createVocabulary,
  inferTopics,
  type TopicSource,
  withTopics,
} from '../../../src/core/topics';

const vocabulary = createVocabulary();
const infer = (title: string, abstract = '', containerTitle?: string) =>
  inferTopics({ title, abstract, ...(containerTitle && { containerTitle }) }, vocabulary);
const record = (fields: Partial<PostRecord>): PostRecord => ({
  title: 'T',
  author: [],
  keywords: [],
  ...fields,
});

interface JudgedPost extends TopicSource {
  readonly fitting: readonly string[];
  readonly absurd: readonly string[];
}

describe('canonicalTopic', () => {
  it('joins aliases and spellings, whatever the case and the hyphens', () => {
    for (const label of [
      'ML',
      'ml',
      'machine-learning',
      'Machine Learning',
      'MachineLearning',
      '#machinelearning',
    ]) {
      assert.equal(canonicalTopic(label, vocabulary), 'machine learning');
    }
    assert.equal(canonicalTopic('aws', vocabulary), 'AWS');
    assert.equal(canonicalTopic('k8s', vocabulary), 'Kubernetes');
    assert.equal(canonicalTopic('golang', vocabulary), 'Go');
    assert.equal(canonicalTopic('go', vocabulary), 'Go');
    assert.equal(canonicalTopic('opensource', vocabulary), 'open source');
  });

  it('tells C, C++ and C# apart', () => {
    assert.deepEqual(
      ['c', 'c++', 'c#', '.net'].map(label => canonicalTopic(label, vocabulary)),
      ['C', 'C++', 'C#', '.NET'],
    );
  });

  it('leaves a label of no vocabulary as it is written', () => {
    assert.equal(canonicalTopic(' Friday  links ', vocabulary), 'Friday links');
  });
});

describe('createVocabulary', () => {
  it('takes entries of the user, which win over the built-in ones', () => {
    const own = createVocabulary([{ topic: 'Titus', aliases: ['container runtime', 'titusfile'] }]);
    assert.deepEqual(inferTopics({ title: 'A new titusfile and why' }, own), ['Titus']);
    assert.equal(canonicalTopic('container runtimes', own), 'Titus');
    assert.equal(canonicalTopic('container runtimes', vocabulary), 'containers');
  });

  it('reads an acronym only in capitals', () => {
    const own = createVocabulary([{ topic: 'Widget Order Pipeline', aliases: ['WOP'] }]);
    assert.deepEqual(inferTopics({ title: 'Inside WOP' }, own), ['Widget Order Pipeline']);
    assert.deepEqual(inferTopics({ title: 'Inside wop' }, own), []);
  });
});

describe('inferTopics', () => {
  it('reads whole words only', () => {
    assert.ok(!infer('Ergonomics of a rustic chair').some(topic => ['Go', 'Rust'].includes(topic)));
    assert.ok(!infer('Trustworthy gossip', 'Some reactions to a scalable swiftlet.').includes('Swift'));
  });

  it('takes ambiguous names for topics only in company', () => {
    assert.ok(infer('Rewriting our API server in Go', 'The old codebase was slow.').includes('Go'));
    assert.ok(!infer('Go with the flow', 'A holiday by the river.').includes('Go'));
    assert.ok(infer('Rust for library authors', 'The compiler and the type system help.').includes('Rust'));
    assert.ok(!infer('Rust on old bicycles', 'How to clean a chain.').includes('Rust'));
    assert.ok(!infer('How to react to feedback').includes('React'));
  });

  it('does not take a phrase across punctuation', () => {
    assert.ok(!infer('Notes', 'We stand for machine, learning and joy.').includes('machine learning'));
  });

  it('says nothing where there is no evidence', () => {
    assert.deepEqual(infer('Thank you', 'See you in spring.'), []);
    assert.deepEqual(infer(''), []);
  });

  it('names the systems that a text introduces', () => {
    assert.ok(infer('', 'We rely on a tool known as Linnet Bay to check drafts.').includes('Linnet Bay'));
    assert.ok(infer('', 'Quillon is a distributed storage engine that we wrote.').includes('Quillon'));
    assert.ok(infer('GateHop: A Proxy for Everyone').includes('GateHop'));
    const both = infer('', 'Today we open sourced Larkspur (a pun) and its CLI utility, Finch.');
    assert.ok(both.includes('Larkspur') && both.includes('Finch'), both.join());
  });

  it('names the system after the verb that a title begins with', () => {
    const topics = infer('Building Lighthouse: our internal feature flag service');
    assert.ok(topics.includes('Lighthouse') && topics.includes('feature flags'), topics.join());
    assert.ok(infer('Inside Lighthouse, our flag service').includes('Lighthouse'));
    assert.ok(infer('Meet Polynote', 'Polynote is a notebook environment for Scala.').includes('Polynote'));
  });

  it('takes one ordinary word for no topic', () => {
    for (const title of ['Title Number One Here', 'Company things', 'Protocol Relative', 'Table Post One'])
      assert.deepEqual(infer(title), [], title);
    for (const title of ['The Cost of Abstractions', 'Guest things', 'Alpha release notes'])
      assert.deepEqual(infer(title), [], title);
  });

  it('takes the technology that a title is about', () => {
    const text = 'What we saw, and what it took us to get there.';
    for (const [title, topic] of [
      ['Kafka at a trillion messages a day', 'Kafka'],
      ['Migrating from MySQL to Vitess', 'Vitess'],
      ['Why Rust', 'Rust'],
      ['Perché abbiamo scelto Go', 'Go'],
      ['Waarom wij Kotlin gebruiken', 'Kotlin'],
      ['How we run SPIFFE and SPIRE', 'SPIRE'],
    ] as const)
      assert.ok(infer(title, text).includes(topic), title);
    assert.ok(!infer('Why Go to Mars', text).includes('Go'));
  });

  it('takes no person, place, month or publication for a system', () => {
    const topics = infer(
      'Ada Example: An Interview',
      'Ada is an engineer on our platform. Berlin is a great place for a platform. March was a busy month. Acme is a service company.',
      'Acme Technology Blog',
    );
    for (const name of ['Ada', 'Ada Example', 'Berlin', 'March', 'Acme'])
      assert.ok(!topics.includes(name), name);
  });

  it('gives at most five topics, and none twice', () => {
    const text = 'Kubernetes, Docker, PostgreSQL, Redis, GraphQL, Terraform, Android and machine learning. ';
    const topics = infer(text, text.repeat(3));
    assert.equal(topics.length, 5);
    assert.equal(new Set(topics).size, 5);
  });

  it('takes time in proportion to the text', () => {
    const text = 'The Cosmos platform is a machine learning, Go and data: A B C, ';
    const time = (times: number) => {
      const abstract = text.repeat(times);
      const start = process.cpuUsage();
      inferTopics({ title: '', abstract }, vocabulary);
      return process.cpuUsage(start).user / 1000;
    };
    time(1000);
    const [once, twice] = [1000, 2000].map(times => Math.min(time(times), time(times), time(times)));
    assert.ok(twice! < 3 * once! + 20, `${once} ms, ${twice} ms`);
  });

  it('fits the judged posts: 95 % with a fitting topic, at most one topic in ten wrong, none absurd', () => {
    const posts: JudgedPost[] = JSON.parse(readFileSync('test/fixtures/topics/posts.json', 'utf8'));
    let topics = 0;
    let wrong = 0;
    const missed: string[] = [];
    for (const post of posts) {
      const found = inferTopics(post, vocabulary);
      assert.deepEqual(
        found.filter(topic => post.absurd.includes(topic)),
        [],
        post.title,
      );
      topics += found.length;
      wrong += found.filter(topic => !post.fitting.includes(topic)).length;
      if (!found.some(topic => post.fitting.includes(topic)) && post.fitting.length > 0)
        missed.push(post.title);
    }
    assert.ok(missed.length <= 0.05 * posts.length, `missed: ${missed.join('; ')}`);
    assert.ok(wrong <= 0.1 * topics, `${wrong} of ${topics} topics are wrong`);
  });
});

describe('withTopics', () => {
  it('keeps given topics, aliases joined, and infers none beside them', () => {
    const post = withTopics(
      record({
        title: 'Kubernetes',
        keywords: ['ML', 'Machine-Learning', 'aws', 'Friday links', 'friday links', ' '],
      }),
      vocabulary,
    );
    assert.deepEqual(post.keywords, ['machine learning', 'AWS', 'Friday links']);
    assert.equal(post.inferred, undefined);
  });

  it('marks the topics that it worked out', () => {
    const post = withTopics(record({ title: 'Kubernetes at home' }), vocabulary);
    assert.deepEqual(post.keywords, ['Kubernetes']);
    assert.deepEqual(post.inferred, ['Kubernetes']);
    assert.deepEqual(withTopics(post, vocabulary), post);
    assert.deepEqual(withTopics({ ...post, keywords: [...post.keywords, 'aws'] }, vocabulary).keywords, [
      'AWS',
    ]);
  });

  it('leaves a post without evidence as it is', () => {
    const post = record({ title: 'Thank you' });
    assert.deepEqual(withTopics(post, vocabulary), post);
  });

  it('gives the posts of the seed page different, fitting topics', () => {
    // Facts of those posts in our own words.
    const posts: [string, string, string[]][] = [
      [
        '',
        'Colleagues from every office join a hack day, which runs fully remote this year.',
        ['hackathons', 'remote work'],
      ],
      [
        '',
        'Full-stack internal tools for the teams behind billing, payments and sign-up.',
        ['billing', 'payments'],
      ],
      [
        '',
        'An interview series with our data engineers: joining remotely, and her career before.',
        ['data engineering', 'interviews'],
      ],
      [
        '',
        'Cloud services that help a production crew exchange media in post-production.',
        ['media production', 'cloud'],
      ],
      [
        'ConsoleMe: A Central Control Plane for AWS Permissions and Access',
        'We open sourced two tools for many AWS accounts: ConsoleMe, and its CLI utility, Weep.',
        ['ConsoleMe', 'Weep', 'AWS', 'access management'],
      ],
      [
        '',
        'Content designers run copy tests on their own in a tool known as Shakespeare, made by the internationalization team.',
        ['Shakespeare', 'experimentation'],
      ],
      [
        '',
        'Artists who make visual effects and animation get a remote workstation in the cloud.',
        ['visual effects', 'animation'],
      ],
      [
        '',
        'Bringing millions of Google Drive files and Sheets into the data warehouse of our data platform.',
        ['Google Drive', 'data warehouse'],
      ],
      [
        '',
        'What a data scientist does: from causal inference and experimentation to machine learning.',
        ['data science', 'causal inference'],
      ],
      [
        'Orchestrated Functions as a Microservice',
        'Cosmos is a computing platform that joins microservices, asynchronous workflows and serverless functions.',
        ['Cosmos', 'microservices', 'workflows'],
      ],
    ];
    const lists = posts.map(([title, abstract, expected]) => {
      const { keywords } = withTopics(
        record({ title, abstract, containerTitle: 'Netflix Technology Blog' }),
        vocabulary,
      );
      for (const topic of expected) assert.ok(keywords.includes(topic), `${topic} of ${keywords.join(', ')}`);
      assert.ok(keywords.length >= 2 && keywords.length <= 5, keywords.join(', '));
      return keywords.join();
    });
    assert.equal(new Set(lists).size, lists.length);
  });
});
