/**
 * The topics of the field, one a line: `topic = aliases ~ ambiguous names + hints`, as in `VocabularyEntry`.
 * `# field: words` begins a field and lists words that give its ambiguous names company; its first topic
 * stands for the field. The last section, `# -`, lists phrases that name no topic whatever words they hold.
 */
export const vocabularyTable = `
# programming languages: programming, code, codebase, compiler, compile, library, crate, runtime, types, rewrite, rewriting, rewrote, concurrency, syntax, struct, function, functions, developers, API, SDK, monolith, microservices, backend, async, language
programming languages = language design, type system, polyglot programming
Go = golang, goroutine, Go programming language, Go module, Go runtime, Go service ~ Go
Rust = rustlang, Rust programming, borrow checker, rustc ~ Rust
Python = python3, CPython, asyncio, PyPI
JavaScript = ECMAScript, TC39, ES6 ~ JS
TypeScript = tsc
Java = JDK, Java 8, Java 11, Java 17, Java 21, core java, Java virtual machine, Project Loom ~ Java
JVM = GraalVM, HotSpot VM, Java GC
Kotlin
Scala = sbt ~ Akka
Clojure = ClojureScript
Swift = SwiftUI, Swift Package Manager, Swift concurrency, swiftlang ~ Swift
Objective-C
C++ = cpp
C ~ C
C# = csharp
.NET = dotnet, Blazor
F# = fsharp
PHP = HHVM, Hacklang, Laravel, Symfony
Ruby = RubyGems, CRuby, YJIT, Sorbet ~ Ruby
Ruby on Rails = RoR, Rails app, Rails monolith, ActiveRecord, Rails upgrade, Rails engine ~ Rails
Elixir = Phoenix LiveView ~ Elixir
Erlang = BEAM VM
Haskell
OCaml
Perl
Lua
Fortran
COBOL
Zig = ziglang ~ Zig
Dart = dartlang ~ Dart
Julia = julialang, Julia language ~ Julia
R = RStudio, tidyverse ~ R
Bash = shell script, shell scripting, bash script, PowerShell ~ Bash
WebAssembly = WASM, WASI
functional programming = monad, immutability, pure function
object-oriented programming = OOP, object oriented, SOLID principles
compilers = LLVM, GCC, JIT, just-in-time compilation, transpiler, bytecode, interpreter, abstract syntax tree, MLIR + parser, codegen, optimizer, AST
garbage collection = garbage collector, GC pause, GC tuning
memory management = memory leak, memory safety, memory allocator, memory allocation, out of memory, jemalloc, OOM, memory usage, memory footprint
concurrency = multithreading, multi-threaded, race condition, deadlock, thread pool, async/await, lock-free, data race, coroutine, virtual thread, mutex
static typing = type checking, type checker, type safety, gradual typing, mypy, type inference
reactive programming = RxJava, RxSwift, RxJS, reactive streams, Project Reactor
metaprogramming = macro system, code generation
regular expressions = regex, regexp
Unicode = UTF-8, character encoding

# web: browser, component, components, UI, DOM, JavaScript, TypeScript, rendering, page, frontend, website, npm, render, hydration, props
front end = frontend, client-side rendering, UI engineering, user interface engineering, UI component, component library, state management + browser, DOM, CSS
web development = web app, web application, web developer, website, web platform, modern web, web site ~ web
full stack
React = ReactJS, React.js, React hooks, React component, JSX, React Server Components, React app ~ React
Redux
Next.js = NextJS, Vercel
Vue.js = VueJS, Nuxt ~ Vue
Angular = AngularJS ~ Angular
Svelte = SvelteKit
Ember.js = EmberJS ~ Ember
Node.js = NodeJS, Deno, Express.js ~ Node
jQuery = Backbone.js
HTML = HTML5, custom elements, web components
CSS = stylesheet, Sass, Tailwind, flexbox, responsive design
web performance = Core Web Vitals, page load, page speed, site speed, Lighthouse score, lazy loading, time to interactive, bundle size, code splitting, website performance, page performance, largest contentful paint
server-side rendering = SSR, static site, Jamstack, isomorphic
browsers = Chrome DevTools, Chrome extension, Firefox, WebKit, Chromium, web standards, Safari
progressive web apps = PWA, service worker
JavaScript tooling = webpack, Babel, ESLint, esbuild, npm package, Vite, pnpm, bundler, npm registry
micro frontends = microfrontend
design systems = design language, design token, style guide, Storybook, pattern library, Material Design
Electron = Electron app, desktop app, desktop application, Tauri ~ Electron
content management = CMS, WordPress, Drupal, Contentful, rich text editor
web scraping = web crawler, web crawling, scraper
email = SMTP, DKIM, e-mail ~ emails
SEO = search engine optimization

# mobile: app, apps, mobile, phone, Xcode, device
mobile development = mobile app, mobile application, mobile engineering, mobile developer, mobile client, mobile team, mobile device, mobile platform ~ mobile
Android = Jetpack Compose, Dagger, APK, Gradle build
iOS = iPhone, iPad, UIKit, Xcode, CocoaPods, TestFlight, tvOS, watchOS, Core Data
React Native = Expo app
Flutter ~ Flutter
cross-platform development = cross-platform, multiplatform, Xamarin, Ionic framework
app performance = app startup, app size, cold start time, app launch time, app start, battery usage, battery life, jank
app releases = App Store release, mobile release, release train
push notifications = in-app notification, APNs, notification system, notification platform ~ notifications
server-driven UI = backend-driven UI, SDUI
offline-first = offline mode, offline support, local-first, CRDT

# architecture: service, services, system, systems, API, backend, monolith, domain, scale, scalable, code, modular
software architecture = architecture decision, clean architecture, hexagonal architecture, design pattern, architectural pattern, architecture review, system architecture, technical design, design doc, ADR, reference architecture, SOA, service-oriented architecture, tech stack, technology stack, twelve-factor, coupling, over-engineering ~ architecture, architectural
system design = designing systems, large-scale systems, designing large-scale
microservices = micro-service, service decomposition, service-to-service, nanoservice
monoliths = monolithic
distributed systems = consensus algorithm, Paxos, leader election, eventual consistency, CAP theorem, distributed computing, distributed lock, distributed transaction, vector clock, replicated state machine, gossip protocol, idempotency, idempotent, service discovery, ZooKeeper, etcd, linearizability, linearizable, consistent hashing, two-phase commit, saga pattern, fault-tolerant, fault tolerance, distributed locking, distributed applications, eventually consistent ~ Raft, consensus, Consul
event-driven architecture = event-driven, event bus, pub/sub, publish-subscribe, asynchronous messaging
event sourcing = event-sourced, CQRS, event store
domain-driven design = DDD, bounded context, domain modeling, domain modelling, domain model
workflows = durable execution, BPMN, task queue, job scheduler, job scheduling, state machine, orchestration engine, cron job, distributed scheduler, background job, Celery, Sidekiq, task scheduling, distributed scheduling, cron, workflow engine, workflow orchestration, workflow orchestrator, workflow management, workflow automation, asynchronous workflow ~ workflow, orchestration, Temporal, Conductor, scheduler
back end = backend, server-side
APIs = RESTful, OpenAPI, Swagger, webhook, web service ~ REST, SDK, endpoints
GraphQL = Relay Modern, Apollo Server, federated graph
gRPC = Protocol Buffers, protobuf, remote procedure call, RPC, Apache Thrift ~ Thrift
service mesh = Istio, Envoy proxy, Linkerd, sidecar proxy ~ Envoy
scalability = horizontal scaling, scale out, scaling up, autoscaling, auto scaling, auto-scale, at massive scale, web scale, hyperscale, millions of users, million users, billion users, millions of requests, requests per second ~ scaling, scale, scalable, at scale
multi-tenancy = multi-tenant, multitenant, tenant isolation
rate limiting = rate limiter, rate limit, throttling, backpressure, load shedding
migrations = migrating from, migrating to, we migrated, migrated from, moving from, migrate from, migrating our, replatforming ~ migrating, migration, migrate
refactoring = rewrite from scratch, refactor, clean code, rewriting our, code rewrite, big rewrite, code quality, SOLID principle
technical debt = tech debt, legacy code, legacy system, code rot, legacy application, dead code ~ legacy
real-time systems = WebSocket, real-time messaging, server-sent events, long polling, real-time collaboration, real-time communication, real-time updates, real-time presence, operational transformation ~ real-time, realtime
message queues = RabbitMQ, message broker, SQS, ActiveMQ, NATS, ZeroMQ, NSQ, dead letter queue, queueing system, queuing system, messaging system, distributed queue, job queue ~ Pulsar, queue, queues, queueing
configuration management = config management, dynamic configuration, configuration as code, Ansible, SaltStack ~ Chef, Puppet, configuration
serialization = JSON schema, Apache Avro, MessagePack, data format, JSON parsing, FlatBuffers ~ JSON, XML, YAML

# databases: database, databases, query, queries, table, tables, rows, index, storage, SQL, replica, cluster, schema, key, datastore, reads, writes, keys
databases = RDBMS, DBA, DBMS, data store, datastore, ACID, MVCC, ORM, secondary index, query planner, query optimizer, connection pool, connection pooling + schema, replica, queries, transactions, rows, index
SQL = stored procedure, jOOQ
NoSQL = document database, key-value store, document store, wide-column, KV store
PostgreSQL = Postgres, pgvector, PgBouncer, psql
MySQL = MariaDB, InnoDB, Vitess, MyRocks, Percona
SQLite = libSQL
MongoDB = Mongo
Cassandra = ScyllaDB ~ Scylla
Redis = Valkey
DynamoDB
HBase = Bigtable
CockroachDB
TiDB
Couchbase
CouchDB
MemSQL
Spanner = Google Spanner, Cloud Spanner ~ Spanner
RocksDB = LevelDB, LSM tree, log-structured merge, B-tree, storage engine
graph databases = Neo4j, knowledge graph, JanusGraph, social graph, graph store
time series = InfluxDB, TimescaleDB, TSDB, timeseries
vector databases = vector search, nearest neighbor search, Pinecone DB, FAISS, Milvus, HNSW, similarity search, embedding search
sharding = shard, database partitioning, horizontal partitioning, resharding
replication ~ replicas, replicated
caching = cache, Memcached, cached, EVCache, Varnish, Memcache
storage = object storage, blob storage, block storage, storage system, storage layer, S3, file storage, cold storage, erasure coding, Ceph, SSD, distributed storage, storage cost, blob store, HDFS ~ storage
file systems = filesystem, ZFS, NFS, ext4
backups = disaster recovery, data recovery, data loss ~ backup

# data: data, pipeline, pipelines, dataset, datasets, batch, ETL, analytics, streaming, Hadoop, events, cluster, topic, broker, consumer, warehouse, tables, SQL, ingestion
data engineering = data engineer, analytics engineering, analytics engineer, data transformation, data processing, data wrangling, deduplication + ETL, data warehouse, Airflow, Spark, data pipeline
data pipelines = ETL, ELT, data ingestion, change data capture, CDC, Debezium, batch processing, data movement, data integration, log ingestion, event pipeline ~ pipeline, pipelines, ingestion
data platforms = data infrastructure, data stack, data architecture, data as a product
data warehouse = data warehousing, Snowflake, BigQuery, Redshift, dbt, dimensional modeling, star schema, OLAP, ClickHouse, Apache Druid, Apache Pinot, columnar storage, Vertica, DuckDB, Parquet ~ Druid, Pinot, warehouse
data lake = lakehouse, Apache Iceberg, Delta Lake, Hudi ~ Iceberg
data mesh = data product, data contracts
data governance = data catalog, data discovery, metadata management, data lineage, data stewardship, data retention, data access control, master data, DataHub, Amundsen, metadata platform ~ lineage, metadata, governance
data quality = data validation, data observability, data reliability, data integrity, data correctness
data modeling = data modelling, data model, schema evolution, schema registry, schema design
big data = petabyte, Hadoop, MapReduce, YARN cluster, large datasets, terabytes
Spark = Apache Spark, PySpark, Spark SQL, Spark Streaming, Databricks ~ Spark
Kafka = Apache Kafka, Kafka Streams, Confluent, ksqlDB, Kafka Connect, Kafka cluster, Kafka topic ~ Kafka
Flink
Airflow = Apache Airflow, Dagster, DAGs ~ Airflow, Luigi, Prefect, Oozie
Hive = Apache Hive, Hive metastore, HiveQL ~ Hive
Presto = PrestoDB, Trino ~ Presto
Apache Beam = Google Dataflow, Cloud Dataflow, Scio
stream processing = data streaming, real-time data, event streaming, streaming pipeline, streaming platform, Apache Storm, Samza, Kinesis, streaming data, event stream, streaming application, streaming system, streaming analytics, real-time analytics, unbounded data, exactly-once ~ streams, Storm, Heron
analytics = business intelligence, data analysis, data analyst, clickstream, reporting tool, Tableau, Looker, data-driven, event tracking, KPI, Metabase, Superset, funnel analysis, cohort analysis ~ analyst, analysts, BI, metrics, reporting
data visualization = data viz, dataviz, data visualisation, D3.js, charting library, dashboarding, infographic, visualization library ~ visualization, visualizing, visualisation, chart, charts
notebooks = Jupyter, Papermill ~ notebook
open data = public dataset, open dataset
spreadsheets = Google Sheets, Microsoft Excel, Excel file, CSV file ~ spreadsheets
Google Drive = Google Docs

# data science: data, statistics, statistical, hypothesis, metric, metrics, treatment, variant, test, results, sample, effect, users, product, scientists, statistically
data science = data scientist, decision science, Kaggle, pandas, NumPy, scipy, data mining
experimentation = A/B test, AB test, A/B testing, split test, online experiment, controlled experiment, randomized experiment, copy test, copy testing, multivariate testing, interleaving experiment, switchback, holdout, treatment effect, A/B experiment, product experiment ~ experiment, experiments, experimenting
statistics = statistical, Bayesian, p-value, confidence interval, hypothesis test, variance reduction, regression analysis, sequential testing, statistician, Monte Carlo, CUPED, false positive rate
causal inference = causal model, causality, counterfactual, difference-in-differences, instrumental variable, propensity score, synthetic control, quasi-experiment, observational study, uplift modeling, causal impact, causal effect ~ causal
forecasting = demand prediction, forecast, time series prediction
optimization = operations research, linear programming, integer programming, constraint solver, simulated annealing, knapsack problem, travelling salesman, vehicle routing ~ optimization, optimizing
user research = UX research, usability testing, usability test, user interviews, user study, design research, customer research, user testing, diary study, usability study, customer interview, qualitative research ~ survey, surveys, researcher, researchers
anomaly detection = outlier detection, detecting anomalies, anomaly detector ~ anomaly, anomalies

# machine learning: model, models, training, trained, predict, prediction, predictions, learning, neural, inference, dataset, features, classifier, AI, ML, algorithm, algorithms, embeddings, LLM, GPT, prompt, prompts, autonomous, assistant
machine learning = ML, machine-learned, supervised learning, unsupervised learning, self-supervised, XGBoost, gradient boosting, random forest, scikit-learn, logistic regression, decision tree, feature engineering, training data, maschinelles Lernen, apprentissage automatique, aprendizaje automático, transfer learning, active learning, model training, clustering algorithm, k-means, overfitting, multi-armed bandit, contextual bandit, predictive model, classifier, online learning, federated learning, propensity model + model, prediction, predict, classification, clustering, features, inference, predicting, ranking, learned
deep learning = neural network, neural net, convolutional, CNN, RNN, LSTM, backpropagation, GNN, autoencoder, DNN
artificial intelligence = AI, künstliche Intelligenz, intelligence artificielle, inteligencia artificial, AGI
generative AI = GenAI, gen AI, diffusion model, Stable Diffusion, image generation, text-to-image, Midjourney, GAN, DALL-E, text generation ~ generative
large language models = LLM, GPT, ChatGPT, OpenAI, Llama 2, Llama 3, foundation model, BERT, fine-tuning, fine-tune, Anthropic, Hugging Face, language model, RLHF, tokenizer, transformer model, Mistral AI, context window, LangChain, hallucination, vLLM ~ Claude, Gemini, Llama, transformer, transformers, Mistral
prompt engineering = prompting technique, context engineering, few-shot prompting, chain of thought, system prompt ~ prompts, prompting
retrieval-augmented generation = RAG, retrieval augmented
AI agents = agentic, multi-agent, LLM agent, autonomous agent, coding agent, tool calling, Model Context Protocol, MCP, agent framework, multi-agent systems ~ agent, agents
AI-assisted coding = GitHub Copilot, AI coding, code assistant, AI pair programmer, Claude Code, vibe coding, AI code review, code completion, AI-assisted development, AI developer tools, coding assistant, AI-generated code ~ Copilot, Cursor
chatbots = conversational AI, virtual assistant, voice assistant, Alexa skill, dialogue system, conversational agent, chat bot, smart reply ~ bot, bots, Alexa
natural language processing = NLP, sentiment analysis, named entity recognition, text classification, word embedding, word2vec, machine translation, spell correction, text summarization, topic modeling, language understanding, language identification, text mining, entity extraction, natural language
computer vision = image recognition, object detection, image classification, OCR, face recognition, facial recognition, image segmentation, visual search, OpenCV, optical character recognition, pose estimation, image understanding, semantic segmentation, visual recognition + images, image, photos
speech recognition = text-to-speech, speech-to-text, speech synthesis, voice recognition, ASR, voice synthesis ~ speech
reinforcement learning = Q-learning, deep Q-network, policy gradient
recommender systems = recommendation system, recommendation engine, collaborative filtering, recommendation algorithm, recommender, matrix factorization, recommended for you, home feed, feed ranking, content recommendation, product recommendation, personalized recommendations ~ recommendation, recommendations, recommending
personalization = personalisation, personalized, personalised, personalize, personalizing
ranking = learning to rank, CTR prediction, click-through rate prediction ~ rank, relevance
embeddings = representation learning, two-tower
MLOps = ML platform, machine learning platform, feature store, model serving, model deployment, ML infrastructure, model monitoring, machine learning infrastructure, ML pipeline, machine learning pipeline, MLflow, Kubeflow, SageMaker, Vertex AI, Metaflow, machine learning in production, ML workflow, model registry, training infrastructure, LLMOps, inference service, model inference, serving models, productionizing + model, serving, deploy
PyTorch = torch.compile
TensorFlow = Keras, TFX
explainable AI = explainability, interpretability, interpretable, SHAP values, model fairness, algorithmic bias, AI ethics, algorithmic fairness, machine learning fairness ~ fairness, bias
data labeling = data annotation, data labelling, crowdsourcing, human-in-the-loop, training labels, human annotation ~ annotation, labeling
content understanding = content classification, video understanding, content tagging
trust and safety = content moderation, spam detection, abuse prevention, harmful content, misinformation, trust & safety, bot detection, hate speech, fake accounts, anti-spam, abuse detection, anti-abuse ~ spam, moderation, abuse

# search: search, query, queries, index, indexing, relevance, documents, Elasticsearch, results
search = search engine, full-text search, information retrieval, search infrastructure, search relevance, query understanding, inverted index, autocomplete, typeahead, faceted search, semantic search, search index, search query, search results, Algolia, search system, search service, search platform, search experience, site search, product search, query expansion, search quality ~ search, searching, indexing
Elasticsearch = OpenSearch, ELK stack, Elastic Stack, Kibana, ELK
Lucene = Solr

# cloud and infrastructure: infrastructure, cluster, clusters, deploy, deployment, servers, server, instances, provision, compute, AWS, Kubernetes, Docker, workload, workloads, services, datacenter, serverless, provider, migration, hosted, orchestration, capacity
cloud = cloud computing, public cloud, cloud infrastructure, multi-cloud, hybrid cloud, cloud-native, cloud service, cloud provider, cloud-based, IaaS, PaaS, private cloud, OpenStack, cloud environment, in the cloud, to the cloud, cloud platform, cloud migration, Heroku, DigitalOcean ~ cloud
AWS = Amazon Web Services, EC2, CloudFormation, Amazon S3, Amazon ECS, EKS, IAM role, Route 53, Aurora MySQL, Amazon Aurora, Amazon RDS, Fargate, EMR, CloudWatch
Google Cloud = GCP, GKE, App Engine, Cloud Run, Firebase, Google Compute Engine
Azure = AKS
infrastructure = infrastructure engineering, bare metal, capacity planning, capacity management, infra team, infrastructure platform, compute platform, cluster management, computing platform, fleet management, resource scheduler, cluster scheduler, production infrastructure ~ infrastructure, infra, capacity
serverless = AWS Lambda, Lambda function, functions as a service, FaaS, cloud function, edge function, Cloudflare Workers ~ Lambda, Lambdas
Kubernetes = k8s, kubectl, Helm chart, OpenShift, kubelet, Argo CD, ArgoCD, pod autoscaler ~ Helm
Docker = Dockerfile
containers = containerization, containerized, containerd, container orchestration, container platform, container image, container runtime, cgroups, dockerize, Mesos, container management, Amazon ECS, Podman ~ container, containers, Nomad
infrastructure as code = IaC, Terraform, Pulumi, GitOps, CDK, OpenTofu
virtualization = virtual machine, hypervisor, KVM, Firecracker, microVM, VMware, VMs, QEMU
data centers = datacenter, data centre, on-premises, on-prem, colocation, server hardware
edge computing = edge network, edge compute, edge location, edge infrastructure ~ edge
cloud costs = FinOps, cost optimization, cost efficiency, cost reduction, infrastructure cost, cost savings, cloud spend, cost management, AWS bill, cloud bill, cost attribution, reduce costs, cost effective ~ costs, efficiency
platform engineering = platform team, platform engineer, Backstage plugin, developer platform, golden path, paved road ~ Backstage
DevOps = DevSecOps, dev ops, sysadmin, system administration, DORA metrics
remote workstations = virtual workstation, cloud workstation, virtual desktop, remote desktop, VDI ~ workstations
IT = help desk, helpdesk, corporate engineering

# reliability: production, outage, outages, incident, incidents, monitoring, reliability, availability, service, services, latency, on-call, systems, alerts, logs, telemetry, debugging, failures, uptime
site reliability engineering = SRE, site reliability, SLO, SLI, SLA, error budget, service level objective, production readiness, toil
reliability = high availability, uptime, availability zone, highly available, failover, active-active, multi-region, reliable system, downtime, redundancy ~ reliable, availability, reliably
resilience = resiliency, graceful degradation, circuit breaker, circuit breaking, retry storm, cascading failure, bulkhead pattern, fallback, exponential backoff, failure recovery, region evacuation, Hystrix ~ resilient, retries, failures, timeouts
chaos engineering = Chaos Monkey, failure injection, fault injection, game day, Simian Army
incident management = incident response, on-call, postmortem, post-mortem, incident review, incident report, outage, PagerDuty, incident commander, post-incident, service disruption, incident analysis, root cause, blameless ~ incident, incidents
observability = OpenTelemetry, distributed tracing, telemetry, Honeycomb, Datadog, New Relic, Jaeger, Zipkin, tracing system, distributed trace, eBPF tracing ~ tracing, traces, instrumentation
monitoring = alerting, Prometheus, Grafana, metrics system, metrics pipeline, StatsD, Graphite, Nagios, health check, alert fatigue, metrics collection ~ alerts, dashboard, dashboards, metrics
logging = log management, log aggregation, Fluentd, Logstash, log analysis, log data, Splunk, log search, audit log ~ logs
load testing = stress testing, load test, JMeter, Gatling, capacity testing, traffic replay, shadow traffic
automation = self-healing, auto-remediation, automated remediation, runbook, process automation ~ automating, automate, automation

# networking: network, networking, traffic, packets, protocol, connection, connections, latency, server, TCP, IP, requests
networking = network engineering, TCP, BGP, SDN, IPv6, network protocol, network infrastructure, packet loss, UDP, network traffic, VPN, VPC, network latency, backbone network, network automation, computer network, congestion control, network reliability, WAN, WireGuard, network connection ~ network, packets, packet
HTTP = QUIC
DNS = domain name system, DNSSEC
TLS = SSL, Let's Encrypt, certificate authority, mTLS ~ certificate, certificates
CDN = content delivery, Cloudflare, Fastly, Akamai
load balancing = load balancer, HAProxy, NGINX, reverse proxy, traffic management, traffic routing, request routing, ELB ~ proxy
Wi-Fi = WiFi, Bluetooth, 5G, LTE, cellular network, wireless

# security and privacy: security, secure, attack, attacker, attackers, vulnerability, authentication, credentials, permissions, access, identity, policy, policies, encrypted, malicious, users, tokens, role, roles, compromise, threat
security = information security, infosec, cybersecurity, cyber security, AppSec, application security, security engineering, security engineer, product security, security team, cloud security, security posture, network security, zero trust, SIEM, SOC 2, web security, XSS, CSRF, cross-site scripting, SQL injection, OWASP, red team, data security, endpoint security, security incident, security review, secure by default, Content Security Policy, security control, hardening, sandboxing, DDoS, security automation, firewall, WAF, mobile security, memory corruption ~ secure, securing, attack, attacks, security, attackers, hackers
vulnerabilities = vulnerability, CVE, zero-day, bug bounty, penetration testing, pentest, remote code execution, Log4Shell, Heartbleed, security advisory, security flaw, responsible disclosure, fuzzing, HackerOne, security fix, security release, Log4j, spectre and meltdown ~ exploit
threat detection = intrusion detection, threat hunting, threat model, threat modeling, threat intelligence, malware, phishing, ransomware, detection and response, security monitoring, detection engineering, insider threat ~ threat, threats
supply chain security = software supply chain, SBOM, dependency confusion, Sigstore, signed builds, SLSA, supply-chain attack, artifact signing
authentication = OAuth, single sign-on, SSO, passwordless, two-factor, 2FA, multi-factor, MFA, passkey, OpenID Connect, OIDC, WebAuthn, SAML, login flow, JWT, FIDO, FIDO2, account takeover, identity provider, sign-in ~ login, password, passwords
access management = access control, authorization, IAM, permissions, RBAC, ABAC, least privilege, identity management, Zanzibar, entitlements, Open Policy Agent ~ identity
secrets management = HashiCorp Vault, key management, KMS, credential rotation, API key ~ secrets, Vault
encryption = cryptography, cryptographic, end-to-end encrypted, public key, post-quantum, zero-knowledge proof, homomorphic, encrypted messaging, encrypt ~ encrypted, crypto, hashing
privacy = data protection, PII, anonymization, anonymisation, personal data, data deletion, Datenschutz, third-party cookies
compliance = GDPR, CCPA, PCI DSS, HIPAA, FedRAMP, regulatory, regulation, SOX, ISO 27001, AI Act, KYC, anti-money laundering, Digital Services Act ~ audit, audits, legal
fraud detection = fraud, fraudulent, chargebacks, risk engine, risk scoring

# testing: test, tests, testing, QA, bug, bugs, code, suite, coverage, regression, CI, flaky, quality
testing = software testing, unit test, integration test, test automation, test suite, test coverage, code coverage, end-to-end test, e2e test, TDD, test-driven, regression test, flaky test, mocking framework, property-based testing, automated test, test framework, contract test, snapshot test, Selenium, Cypress, Playwright, JUnit, pytest, RSpec, visual regression, mutation testing, screenshot test, QA, automated testing, UI test, acceptance test, BDD, test data, test case, test strategy, test infrastructure, testing pyramid, manual testing, A11y testing, mutation test, Espresso test, Jest test, testing in production, property test, end-to-end testing, tests pass, test runner ~ tests, testing, Jest
quality assurance = QA engineer, QA team, software quality, product quality, quality engineering
debugging = debugger, bug hunt, troubleshooting, core dump, bug fix, crash report, heap dump, stack trace, debug, bug report, crash reporting, mysterious bug, gdb, curious case, kernel panic, segfault ~ bug, bugs, crashes, mystery
formal verification = TLA+, formal methods, model checking, theorem prover, deterministic simulation, Jepsen, simulation testing ~ Coq
static analysis = linter, linting, static analyzer, code analysis, Semgrep, CodeQL, null safety, NullAway, clang-tidy ~ Infer

# developer tools: code, developer, developers, engineers, build, builds, repository, branch, release, releases, deploy, commit, software, ship, pipeline, editor
CI/CD = continuous integration, continuous delivery, continuous deployment, Jenkins, GitHub Actions, CircleCI, deployment pipeline, CI pipeline, release pipeline, Buildkite, merge queue, GitLab CI, CI system, build pipeline, Spinnaker, CI builds, Travis CI, CI server, release engineering ~ CI
deployment = canary release, blue-green, deployment process, canary analysis, canary deployment, rolling update, progressive rollout, deploying code, deploys, continuous rollout, deployment strategy, release process, deployment system, rollback ~ deployment, deploy, deploying, rollout
feature flags = feature toggle, LaunchDarkly, feature flagging, dark launch
build systems = Bazel, Gradle, build time, build cache, CMake, Maven, remote caching, incremental build, build performance, build tool, faster builds, Nix, NixOS ~ Buck
monorepo = mono-repo, multi-repo, Lerna, polyrepo, single repository
Git = version control, merge conflict, source control, trunk-based development, Mercurial, monorepo scaling
GitHub = GitLab, Bitbucket
code review = pull request, code reviewer, stacked diffs, peer review
dependency management = package manager, semantic versioning, Dependabot, dependency update, package registry, dependency upgrade, Renovate, dependency injection, library upgrade, upgrading dependencies ~ dependencies
developer tools = dev tools, developer tooling, IDE, Visual Studio, VS Code, IntelliJ, code search, language server, dev environment, development environment, internal tooling, code editor, Vim, Emacs, codemod, code navigation, local development, Codespaces, JetBrains, engineering tools ~ tooling, Eclipse
internal tools = back office, backoffice, admin tool, admin panel, internal application, tools for the teams
developer experience = DX, DevEx, developer happiness, developer satisfaction, inner loop, dev experience, developer workflow
developer productivity = engineering productivity, developer velocity, engineering velocity, engineering effectiveness, developer efficiency, productive engineers, development velocity, faster iteration, engineering efficiency
command line = CLI, terminal emulator ~ terminal, shell
low-code = no-code, visual programming
software development = software engineering, software developer, pair programming, mob programming, software craftsmanship, coding standards, software delivery, software project, programmer, software design, software maintenance, Hyrum's law + code, coding, developers, codebase, engineers, software, programming, developer
agile = Scrum, Kanban, agile development, sprint planning, agile coach, user story, extreme programming, backlog, squad model, agile team, daily standup, retrospectives ~ sprint, Agile, retrospective, estimation, iteration
SDKs = software development kit, client library

# performance and systems: performance, latency, CPU, memory, faster, speed, kernel, hardware, chip, device, devices, processor, optimize, benchmark, sensors
performance = performance optimization, performance engineering, performance tuning, latency, throughput, flame graph, profiling, profiler, benchmark, benchmarking, p99, performance regression, optimizing performance, high performance, CPU usage, SIMD, CPU utilization, performance improvement, speeding up, times faster, x faster, performance issue, 10x faster, performance problem, performance gain, performance bottleneck, faster and more efficient ~ faster, performance, bottleneck, speed, slow, fast
Linux = systemd, Ubuntu, Debian, io_uring, Red Hat, Fedora
eBPF = BPF, bpftrace, XDP, Cilium
operating systems = kernel module, system call, syscall, Windows kernel, macOS, FreeBSD, Unix, page cache, device driver ~ kernel, Windows
hardware = custom silicon, CPU architecture, ARM processor, FPGA, ASIC, x86, RISC-V, semiconductor, Graviton, circuit board, PCB, ARM64, chip design, Open Compute, Apple silicon, microprocessor ~ chip, chips, CPU, CPUs, silicon
GPUs = CUDA, TPU, Nvidia
high-performance computing = HPC, supercomputer, supercomputing, MPI
embedded systems = firmware, embedded software, microcontroller, RTOS, Arduino, Raspberry Pi, embedded device, embedded Linux, over-the-air update ~ embedded
IoT = internet of things, smart home, MQTT, connected device, smart device, wearable, Zigbee ~ sensor, sensors
robotics = robot, ROS, drone
self-driving cars = autonomous vehicle, autonomous driving, self-driving, ADAS ~ lidar
smart TVs = set-top box, Roku, Apple TV, Android TV, TV app, connected TV, TV UI, living room devices, streaming device, Chromecast ~ TV, TVs

# media and graphics: video, audio, film, movies, movie, studio, production, camera, images, rendering, artists, playback, content, media, game, shows, titles, photo, scene
video = video player, video quality, HDR, video playback, live video, VMAF, video platform, subtitles, video processing, video call, video conferencing, video delivery, video upload, closed captions, video compression, video production, user-generated video, short-form video, video editing ~ video, videos
video streaming = live streaming, livestream, adaptive bitrate, HLS, adaptive streaming, streaming video, MPEG-DASH, streaming service, live stream, buffering, ABR, OTT, live event, live broadcast, low-latency streaming
video encoding = AV1, H.264, HEVC, video codec, transcoding, encoding pipeline, per-title encoding, video encoder, shot-based encoding, VP9, ffmpeg, encode video, media encoding, film grain ~ encoding, encodes, codec, bitrate
audio = audio processing, spatial audio, audio codec, Dolby Atmos, sound design, podcast app, audio quality, signal processing, audio engineering, text to audio, loudness ~ audio, sound
music = playlist, musician, songs ~ lyrics
WebRTC = voice chat, VoIP, video chat, real-time audio, real-time video
media production = film production, studio engineering, post-production, production crew, movie production, media asset, content production, Netflix Studio, studio production, media management, filmmaking, film-making, virtual production, content creation
visual effects = VFX
animation = animated content, animator, Lottie, motion design, motion graphics, stop-motion ~ animated
image processing = image compression, image optimization, JPEG, WebP, AVIF, thumbnail, PNG, photo editing, image format, image service, image quality, image loading, ImageMagick, image resizing, image upload ~ images, photos, image, photo, artwork, GIF
computer graphics = ray tracing, OpenGL, WebGL, Vulkan API, shader, 3D graphics, rendering engine, 3D model, 3D rendering, WebGPU, physically based rendering, 3D scene, graphics engine, path tracing, canvas rendering, vector graphics, SVG ~ 3D, graphics, Canvas
virtual reality = VR, augmented reality, mixed reality, AR, metaverse, Oculus, extended reality
games = game development, video game, game engine, Unity3D, Unreal Engine, multiplayer, game server, gaming, game developer, gameplay, mobile game, esports, game design, netcode, game studio, League of Legends ~ game, games, Unity
fonts = typography, typeface, text rendering ~ font
PDF = document rendering, document processing

# design and language: design, designer, designers, UX, UI, users, user, interface, product, research, accessible, usability, visual, prototype, brand, language, languages, copy, typography, figma
design = product design, designer, visual design, graphic design, UI design, design thinking, Figma, design process, design team, design critique, illustration, rebrand, brand design, iconography, interaction design, design principle, color palette, design sprint, wireframe, prototyping, service design, design tool, design ops, DesignOps, mockup, redesign, dark mode, user interface design, redesigning, inclusive design, colour palette ~ design, designing, brand, icons, Sketch
user experience = UX, user-centered design, information architecture, customer experience, human-computer interaction, HCI, user onboarding, usability, user journey, user interface, dark patterns, user flow, user-friendly, user needs ~ UI, interface, user experience
content design = UX writing, content designer, UX writer, content strategy, microcopy, copywriting, content strategist, voice and tone
accessibility = a11y, screen reader, WCAG, assistive technology, ARIA, color contrast, VoiceOver, keyboard navigation, alt text, accessible design, blind users, disabilities, color blind, dyslexia ~ accessible, disability
internationalization = i18n, internationalisation, right-to-left, multilingual, RTL, global product, international expansion, time zone, timezone, pseudo-localization ~ languages, international
localization = l10n, localisation, language manager, translator, localized, translation management, dubbing ~ translation, translations, subtitle, subtitles
technical writing = documentation, docs as code, technical writer, API docs, README, developer portal, Markdown, knowledge base, knowledge management, documenting, release notes ~ docs, writing, blogging

# product and business: customers, customer, product, business, revenue, members, market, company, users, growth, pricing, billing, payment, sales, merchants, sellers, order, orders, transactions, subscription, money, financial, delivery, drivers, bank
product management = product manager, product strategy, product roadmap, product development, MVP, product owner, product discovery, product-market fit, product team, product thinking, product ops, product launch, feature request, build vs buy, product engineering, product engineer, OKRs, product vision, jobs to be done, user feedback, customer feedback, product decision, new product ~ roadmap, PM, prioritization
growth = growth engineering, user acquisition, growth hacking, user retention, conversion rate, signup flow, growth team, customer acquisition, referral program, sign-up flow, user growth, subscriber growth, customer retention, lifetime value, virality, growth marketing, conversion funnel ~ growth, retention, signup, conversion, churn
marketing = marketing automation, email marketing, marketing technology, content marketing, CRM, brand marketing, marketer, marketing mix, attribution model, incrementality, customer segmentation, marketing campaign ~ marketing, campaign, campaigns
advertising = adtech, ad tech, ad server, ad serving, real-time bidding, RTB, ad platform, ads ranking, ad auction, advertiser, ads delivery, ad targeting, sponsored search, ads marketplace, ad insertion, ads system, ad campaign ~ ads, ad, Ads
payments = credit card, checkout flow, debit card, digital wallet, Apple Pay, Google Pay, money movement, double-entry, money transfer, ledger system, payouts ~ ledger, wallet, checkout
billing = invoicing, invoice, subscription management, usage-based pricing, metering, subscription platform ~ subscriptions
finance = fintech, financial services, accounting, algorithmic trading, financial data, revenue recognition, stock market, insurance, trading system, financial engineering, stock exchange, treasury, lending, mortgage, financial reporting, quantitative trading, credit scoring, trading platform, tax calculation, hedge fund, financial system, neobank, banking app, core banking, payroll ~ banking, bank, trading, loans, financial
pricing = price optimization, price prediction ~ prices, price, discounts
e-commerce = ecommerce, online shopping, shopping cart, online store, retail, product catalog, retailer, Black Friday, flash sale, Shopify app, catalog system, online grocery, buyers and sellers ~ shopping, catalog, merchants, checkout, sellers, Catalogue
marketplaces = two-sided market, supply and demand, matching algorithm, ride matching
logistics = supply chain, last-mile, fulfillment center, route optimization, delivery time, food delivery, ride-hailing, ride-sharing, ridesharing, warehouse automation, estimated time of arrival, ETA, inventory management, fleet routing, courier, warehouse management, delivery platform, order fulfillment, batching orders, on-demand delivery ~ logistics, delivery, deliveries, inventory, routing, rides, dispatch
maps = geospatial, GIS, geocoding, OpenStreetMap, geolocation, H3 index, PostGIS, vector tiles, GPS, location data, satellite imagery, Mapbox, geofencing, turn-by-turn, geohash, spatial index, Google Maps, map data, map matching, map rendering ~ map, location, locations, spatial, navigation, mapping
travel = flight search, airline, booking system, accommodation, vacation rental, hospitality, hotels ~ flights, booking, reservations, guests, traveler, travel
customer support = customer service, support ticket, support engineer, contact center, customer success, Zendesk, support agents, support team, call center, customer care
social networks = social media, news feed, newsfeed, timeline feed, activity feed, user-generated content, follower graph, creator economy ~ feed, creators
messaging = chat app, messenger, SMS, WhatsApp, chat system, chat service, group chat, RCS ~ chat, messages
startups = start-up, entrepreneurship, Y Combinator, venture capital, bootstrapping a business, scaleup, fundraising ~ founder, startup
SaaS = software as a service, B2B, enterprise software, ERP, Salesforce
healthcare = digital health, health tech, medical, electronic health record, EHR, clinical, telemedicine, medicine, telehealth, FHIR, hospital, health data, clinicians, mental health ~ pandemic, health, doctors, patient, patients, COVID-19, coronavirus
education = e-learning, online learning platform, edtech, coding bootcamp, online course, teaching programming, language learning, classroom, MOOC, teachers, curriculum, learn to code ~ teaching, students
journalism = newsroom, news publisher, publishing platform, paywall, journalist, news article, newspaper, news app, editorial tools, reporters, news site ~ publishing, publishers, editorial, news
blockchain = Bitcoin, Ethereum, smart contract, cryptocurrency, web3, NFT, DeFi, Solidity, stablecoin ~ crypto, Solana
real estate = property listings, home buying, house prices, Zestimate, home values ~ housing
government = civic tech, public sector, GOV.UK, public service, digital service ~ elections, election, citizens
sports = football, fitness app, soccer, basketball, Olympics ~ athletes, fitness
food = recipes, restaurant, meal kit, groceries ~ meals, menu, cooking, food
automotive = electric vehicle, car industry, connected car, vehicle software, car sharing, EV charging, vehicle data ~ cars, vehicles, EV
art and museums = museum, art world, art gallery, galleries, artworks, art collectors, art market, art auction, cultural heritage, fine art
human resources = HR tech, people operations, people analytics, talent management, HR team, employee experience, HR system, total rewards ~ HR

# people and culture: team, teams, engineers, company, people, employees, work, career, interview, engineer, engineering, manager, leadership, colleagues, organization, candidates, developers, learned, role, roles
engineering culture = company culture, work culture, team culture, company values, freedom and responsibility, psychological safety, learning culture, culture deck, way of working, craft culture, feedback culture, core values, life at, engineering principles, engineering values, our values ~ culture + together, collaborate, employees, fun
hiring = recruiting, recruitment, technical interview, interview process, job interview, coding interview, recruiter, job offer, hire engineers, interview question, take-home, join our team, talent acquisition, candidate experience, open roles, whiteboard interview, interviewing candidates, hire developers, sourcing candidates ~ interviewing, candidate, candidates, hire
careers = staff engineer, senior engineer, personal growth, promotion process, their journeys, job title, principal engineer, first job, junior developer, new grad, individual contributor, my first year, day in the life, engineering ladder, software engineer at, impostor syndrome, imposter syndrome, tech lead ~ career, promotion
interviews = meet the team, employee spotlight, meet the engineer, employee profile, engineer spotlight, fireside chat, Q&A, behind the scenes with, team spotlight, in conversation with, we interviewed, profile series, ask me anything ~ Q and A
internships = intern, graduate program, apprenticeship, apprentice, graduate scheme, Google Summer of Code
onboarding = onboarded, new hire, new joiner, engineering bootcamp, new engineers
mentoring = mentorship, mentor, coaching
remote work = remote team, fully remote, work from home, working from home, distributed team, hybrid work, remotely, remote-first, remote working, home office, distributed work, return to office, async communication, WFH, remote engineer, remote onboarding, digital nomad, worked from home
hackathons = hack day, hack week, hackday, innovation week, hackweek, 20% time, ship it day, code jam, game jam
diversity and inclusion = women in tech, women in engineering, underrepresented, DEI, inclusive workplace, gender equality, allyship, women engineers, Black engineers, Pride month, inclusive culture, gender gap, LGBTQ, Women's Day, neurodiversity, female engineers, girls who code, unconscious bias, inclusive language, women at, parental leave, diverse team ~ inclusive, diversity, inclusion, belonging
leadership = engineering manager, engineering leader, CTO, people management, managing engineers, first-time manager, VP of Engineering, new manager, leading engineering teams, one-on-ones, 1:1s, team lead, line manager, head of engineering, difficult conversations, giving feedback, leading a team, managing teams, management style, leading teams ~ leaders
engineering management = managing engineering, team performance, performance review, engineering organization, engineering team structure, org design, re-org, reorganization, technical strategy, engineering strategy, engineering metrics, engineering org, scaling engineering team, growing engineering team, growing our engineering, scaling our engineering, engineering levels, team structure
teamwork = cross-functional, team building, team topologies, squads, autonomous teams, collaborating, high-performing team, communication skills, team communication, knowledge sharing, working together, empowered teams, team dynamics, team rituals, book club, offsite, retrospective, working agreements ~ collaborate, collaboration, guilds, meetings
project management = technical program management, program manager, project manager, project planning, TPM, quarterly planning, project estimation, Jira, technical project, roadmap planning, managing projects ~ planning, deadlines, estimates
productivity = time management, deep work, focus time, procrastination, note-taking, work-life balance ~ productive, focus
well-being = burnout, wellbeing, wellness, sabbatical, mindfulness, sustainable pace
learning and development = self-taught, professional development, tech talks, brown bag, upskilling, internal training, study group, learn from mistakes, continuous improvement ~ workshop, workshops
conferences = conference talk, tech conference, meetup, tech talk, keynote, public speaking, developer conference, WWDC, Google I/O, KubeCon, QCon, RailsConf, PyCon, unconference, NeurIPS, KDD, SIGMOD, PyData, GopherCon, event recap, conference recap, DevOpsDays, call for papers, ICML, RecSys, JSConf, SREcon, FOSDEM, Strange Loop, Droidcon, symposium ~ conference, conferences, summit, workshop
year in review = year end review, annual review, the year in, top posts, best of 2020, most read, most popular posts ~ looking back
open source = open-sourced, open-sourcing, OSS, FOSS, Apache Software Foundation, Linux Foundation, inner source, InnerSource, Hacktoberfest, CNCF, free software, software license ~ sponsors, contribute, contributing, contributors, maintainer
developer relations = DevRel, developer advocate, developer community, community building, developer advocacy, developer evangelist, community management ~ community
ethics = ethical AI, tech for good, volunteering, nonprofit, non-profit, social good, pro bono, social impact, charity, philanthropy ~ ethical
sustainability = climate change, carbon footprint, green software, renewable energy, energy efficiency, carbon emissions, energy consumption, net zero, power consumption, carbon-aware, solar power, smart grid, greenhouse gas, carbon neutral ~ energy, climate

# science and theory: algorithm, algorithms, research, science, theory, computation, mathematical, scientists, scientific, proof, paper
algorithms = dynamic programming, complexity theory, Big O, binary search, PageRank, hash function, priority queue, string matching, edit distance + complexity, graph, tree
data structures = Bloom filter, hash table, HyperLogLog, skip list, linked list, hash map, Merkle tree, count-min sketch, trie, quadtree, ring buffer, red-black tree
compression = Zstandard, zstd, Brotli, gzip, LZ4 ~ compress, compressed
mathematics = math, linear algebra, calculus, probability theory, graph theory, category theory, number theory, geometry, matrix multiplication, Fourier transform, floating point, differential equations ~ probability, mathematical
computer science = Turing machine, lambda calculus, halting problem, theory of computation, computer scientist, computing history, research paper, papers we love
science = scientific computing, physics, astronomy, bioinformatics, genomics, genome, biology, chemistry, neuroscience, drug discovery, DNA sequencing, molecular dynamics, telescope, protein ~ scientific, science
space exploration = NASA, satellite, spacecraft, SpaceX, Mars rover, rocket launch
quantum computing = qubit, quantum computer, quantum algorithm, quantum error correction
simulation = agent-based model, digital twin, simulator, physics engine, simulating ~ simulations, simulate
history of computing = retrocomputing, retro computing, vintage computer, Commodore 64, mainframe, punch cards, early internet

# -
social security, security guard, job security, food security, by design, cloud nine, machine learning by doing, go to, go live, go beyond, go further, on the go, let's go, ready to go, way to go, pokémon go, get rid of, spark joy, spark interest, spring break, spring cleaning, travel time, short story, large scale, state of the art, on the edge, cutting edge, leading edge, edge case, edge cases, competitive edge, real estate agent, travel agent, free agent, user agent, business model, role model, search for a, job search, search of, in search of, scale model, on a scale, for rest, social design, video store, Windows of, ad hoc, machine learned, map of, on the map, web of, team up, story telling, react to, react quickly, market share, market research, swift action, swift response, taylor swift, game changer, game-changer, game plan, game theory, game of thrones, head of design, rust belt, end game, price of, speed of light, legal team, food for thought, music to, state of the, fast forward, fast food, news about, data on, location of, slow cooker, sound like, sounds like, sounds good, chip in, image of, free trial, feed back, as fast as, growth mindset, delivery of, deliver on, energy to, planning to, going to, trace amounts, leading to, fast-paced, fast-growing, network television, lessons at, power of, quality time, join us, values the
`;
