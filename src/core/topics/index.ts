export { inferTopics, type TopicSource } from './inferTopics';
export { createVocabulary, type Vocabulary, type VocabularyEntry } from './vocabulary';
export { canonicalTopic, withTopics } from './withTopics';
