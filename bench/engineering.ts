import { type Lexicon, lines, words } from './lexicon';

/** Posts of engineering blogs: the lexicon that Byline's search was tuned with. */
export const engineering: Lexicon = {
  titles: lines(`
    How We {verb} {adjective} {noun} at {publication}
    {system}: A {adjective} {noun} for {noun2} {noun}
    Introducing {system}, Our {adjective} {noun} {noun2}
    {gerund} {noun} {noun2} with {system}
    {gerund} {adjective} {noun} at Scale
    Lessons from {gerund} {number} {noun}
    Why We Moved Our {noun} {noun2} to {system}
    The {adjective} {noun}: {gerund} {noun2} without {noun}
    From {noun} to {noun2}: The {system} Story
    A {adjective} Approach to {noun} {noun2}
    {gerund} the {noun} {noun2} Behind {system}
    {noun} {noun2} in {system}, Part {number}
    {adjective} {noun} for {adjective} {noun2}
    What {number} {noun} Taught Us about {noun2}
    Open Sourcing {system}
    {noun} {noun2}: {gerund} {adjective} {noun}
    Towards {adjective} {noun} {noun2} in {noun}
    Inside {system}: {noun} and {noun2}
    Under the Hood of Our {adjective} {noun} {noun2}
    Engineers of {publication}: {noun} with {system}`),
  sentences: lines(`
    In this post we describe how our team {verb} a {adjective} {noun} to make {rare} {noun2} {adjective}.
    The {noun} had grown {rare} and {adjective}, so that every {noun2} took {number} minutes.
    We look at {gerund} {noun} with {system} and at what it means for {rare} {noun2}.
    Every {noun} depends on {rare} {noun2}, which makes {gerund} it hard.
    It began with a {adjective} {noun} and ended with {number} {rare}.
    Our {noun2} {verb} {adjective} {noun} while {gerund} {rare}.`),
  nouns: words(`
    Data Platform Service System Services Pipeline Infrastructure Search Machine Learning Model Performance Testing
    Experience Storage Deployment Database Cache Stream Events Metrics Security Access Mobile Content Video Experimentation
    Recommendations Network Traffic Cloud Kubernetes Cluster Containers Queue Messages Graph Schema Migration Latency
    Reliability Observability Tracing Logs Alerts Incidents Capacity Cost Scheduling Workflow Orchestration Batch Jobs
    Notebooks Features Training Inference Embeddings Ranking Personalization Artwork Localization Accessibility Design
    Components Frontend Rendering Android Flutter React Compiler Language Runtime Memory Garbage Collection Threads
    Concurrency Consensus Replication Sharding Partitions Indexes Queries Transactions Payments Billing Fraud Identity
    Authentication Authorization Permissions Secrets Certificates Encryption Privacy Compliance Governance Lineage Catalog
    Quality Validation Monitoring Dashboards Visualization Analytics Forecasting Causality Experiments Metadata Encoding
    Playback Streaming Devices Gateway Proxy Mesh Routing Balancing Regions Failover Chaos Resilience Recovery Backups
    Snapshots Checkpoints Webhooks Notifications Email Chat Bots Agents Prompts Evaluation Benchmarks Profiling Debugging
    Refactoring Monorepo Builds Packages Releases Rollouts Rollbacks Flags Configuration Templates Documentation Onboarding
    Hiring Interviews Culture Teams Leadership Mentoring Productivity Tooling Editors Linters Formatters Parsers Sandboxes
    Maps Geocoding Location Dispatch Marketplace Pricing Inventory Logistics Fulfilment Catalogue Checkout Subscriptions
    Membership Growth Retention Onsite Hackathon Internships Conferences Papers Research Simulation Robotics Sensors Firmware`),
  adjectives: words(`
    Scalable Distributed Real-time Reliable Faster Modern Automated Global Secure Unified Simple Efficient Incremental
    Predictive Resilient Continuous Declarative Composable Federated Serverless Central Consistent Adaptive Robust Hybrid
    Interactive Collaborative Immutable Asynchronous Event-driven Cross-platform Low-latency High-throughput Multi-region
    Zero-downtime Self-service Fault-tolerant Cost-aware Privacy-preserving Human-centred Lightweight Practical Seamless
    Idempotent Deterministic Probabilistic Observable Portable Native Shared Internal Open Public Offline Progressive`),
  verbs: words(`
    Built Scaled Rebuilt Migrated Automated Improved Redesigned Simplified Measured Tested Deployed Replaced Secured Tuned
    Debugged Shipped Reduced Doubled Unified Split Modelled Indexed Cached Streamed Encoded Validated Forecast Rewrote`),
  gerunds: words(`
    Building Scaling Rebuilding Migrating Automating Improving Redesigning Simplifying Measuring Testing Deploying Replacing
    Securing Tuning Debugging Shipping Reducing Unifying Splitting Modelling Indexing Caching Streaming Encoding Validating
    Forecasting Rewriting Evolving Taming Understanding Rethinking Bootstrapping Operating Governing Orchestrating`),
  topics: words(`
    engineering data cloud security machine-learning mobile android ios web testing performance databases streaming
    kubernetes observability reliability design culture research payments search experimentation privacy open-source
    infrastructure devops frontend backend python java rust go javascript typescript swift kotlin graphql api video`),
  given: words(`
    Anna Ben Carlos Dana Elena Frank Grace Hugo Ines Jack Katya Liam Maria Nina Oscar Priya Quentin Rosa Sam Tara Umar Vera
    Wei Xavier Yuki Zoe Ahmed Björn Chloé Diego Émile Fatima Gül Hana Ivan José Kofi Lars Mónica Nadia Olga Pedro Ravi Søren
    Thomas Ursula Víctor Wendy Yusuf Zhen Alice Brandon Claire Derek Erin Felix Gita Henrik Isabel Jonas Kim Lucía Mei Noah`),
  onsets: words('b br c ch cl d dr f g gr h j k kr l m n p pr r s sh st t tr v w z'),
  nuclei: words('a e i o u ai ee ou ia eo'),
  codas: words('n r l s t m k nd rt ll ck x p v'),
  familyEndings: words('son berg ez ova ini man sky ley ton ström ić ura ian wicz ford'),
  systemEndings: words('Flow Me Hub DB Kit Base Store Mesh Ops ly Graph Lab Cast Sync Stack Guard'),
  publicationEndings: lines(`
    Engineering
    Technology Blog
    Tech Blog
    Developers
    Labs
    Data Science`),
};
