import { type Lexicon, lines, words } from './lexicon';

/**
 * The hold-out: notes of science, design and public bodies, with other words, names, templates and habits. Nothing
 * is tuned on it; it guards against an engine that has learnt the other generator.
 */
export const laboratory: Lexicon = {
  titles: lines(`
    {noun} and {noun2}
    On the {adjective} {noun} of {system}
    Notes on {noun}, {noun2} and {rare}
    Can {noun} Help {noun2}?
    {rare} {noun}
    {number} Things to Know about {adjective} {noun}
    Weeknotes {number}: {noun}, {rare}, {noun2}
    Field Guide to {adjective} {noun}
    {gerund} {rare} from {noun2} to {noun}
    The Case against {adjective} {noun2}
    A Short History of {rare} {noun} and the {noun2} We {verb}
    We {verb} {noun} in {number} Days
    {publication} Report: {adjective} {noun} in the {rare} {noun2}
    When {noun} Meets {rare}: {adjective} {noun2} in Practice
    Q&A with the People Who {verb} {system}
    Beyond {noun}
    {rare}, {noun2}, and the Future of {noun}`),
  sentences: lines(`
    {adjective} {noun} are everywhere, yet few people have {verb} {rare} or {rare}.
    A year ago somebody asked whether {noun2} could be {adjective}; {rare} says yes.
    Here are {number} observations on {rare} {noun}, some {adjective}, some not.
    {system} is used by {rare} to study {noun2}.`),
  nouns: words(`
    Cells Genes Climate Oceans Energy Cities Schools Hospitals Budgets Elections Maps Archives Museums Letters Typography
    Colour Interfaces Sketches Prototypes Surveys Interviews Statistics Uncertainty Bayes Regression Sampling Satellites
    Telescopes Galaxies Planets Rivers Forests Soil Crops Insects Birds Whales Vaccines Proteins Neurons Memory Sleep Speech
    Languages Translation Grammar Poetry Music Rhythm Games Chess Puzzles Proofs Theorems Topology Logic Automata Circuits
    Batteries Turbines Bridges Trains Bicycles Harbours Airports Weather Earthquakes Volcanoes Glaciers Deserts Coral
    Taxes Housing Pensions Migration Census Courts Licences Contracts Standards Procurement Services Forms Passports
    Libraries Catalogues Manuscripts Photographs Film Radio Newspapers Podcasts Comics Fonts Icons Layouts Grids Palettes`),
  adjectives: words(`
    Quiet Tiny Strange Ordinary Invisible Ancient Urban Rural Coastal Digital Analogue Handmade Accurate Approximate Noisy
    Honest Inclusive Accessible Responsive Modular Circular Sustainable Renewable Wild Domestic Nocturnal Deep Shallow Warm
    Frozen Broken Repairable Slow Gentle Radical Local National Nordic Tropical Common Rare Open Shared Forgotten Plain`),
  verbs: words(`
    mapped counted sketched repaired translated archived compared sampled printed recorded taught interviewed drew classified
    digitised surveyed observed folded weighed catalogued published questioned rescued planted simulated estimated`),
  gerunds: words(`
    Mapping Counting Sketching Repairing Translating Archiving Comparing Sampling Printing Recording Teaching Drawing
    Classifying Digitising Surveying Observing Folding Weighing Cataloguing Publishing Rescuing Planting Simulating`),
  topics: words(
    'science design policy history nature maths art language climate health cities teaching tools books',
  ),
  given: words(`
    Aoife Bartosz Ciara Dmitri Eszter Finn Greta Håkon Ilse Jürgen Katarína Ludmila Małgorzata Niamh Özge Petra Roísín Stefan
    Théo Uwe Václav Wanda Ximena Yann Zsófia Åsa Maeve Nils Ruth Tariq Amara Chidi Emeka Folasade Kwame Nia Sipho Thandi`),
  onsets: words('bl d f fl gw h kl l ll m mb n ng p pl q r s sc sk sl sp sv t th tw v y zh'),
  nuclei: words('a e i o u y au ei oa ui ö å'),
  codas: words('d f g lm n ng nt r rn s sk st th z'),
  familyEndings: words('sen dóttir escu enko oglu ak ski vili nen wala eira quist ins mbe'),
  systemEndings: words('a us ix on is ae um o ette ara'),
  publicationEndings: lines(`
    Review
    Notebook
    Institute
    Weekly
    & Friends
    Public Services`),
};
