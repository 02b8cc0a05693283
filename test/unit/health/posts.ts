import { makePost } from '../../fakes';

/** What documents of these tests cite. */
export const locking = makePost({
  id: 'kleppmann2016locking',
  title: 'How to do distributed locking',
  author: [{ family: 'Kleppmann', given: 'Martin' }],
  containerTitle: 'Martin’s Blog',
  issued: { year: 2016, month: 2, day: 8 },
  url: 'https://locks.example/how',
});
export const names = makePost({
  id: 'evans2022dns',
  title: 'What happens when you update your DNS?',
  author: [{ family: 'Evans', given: 'Julia' }],
  issued: { year: 2022 },
  url: 'https://dns.example/update',
});
