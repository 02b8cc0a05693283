/**
 * The topics of the field, one a line: `topic = aliases ~ ambiguous names + hints`, as in `VocabularyEntry`.
 * `# field: words` begins a field and lists words that give its ambiguous names company; its first topic
 * stands for the field. The last section, `# -`, lists phrases that name no topic whatever words they hold.
 */
export const vocabularyTable = `
# programming languages: programming, code, codebase, compiler, compile, library, crate, runtime, types, rewrite, rewriting, rewrote, concurrency, syntax, struct, function, functions, developers, API, SDK, monolith, microservices, backend, async, language
programming languages = language design, type system
Go = golang, goroutine ~ Go
Rust = rustlang, borrow checker, rustc ~ Rust
Python = python3, CPython, asyncio, PyPI
JavaScript = ECMAScript, TC39, ES6 ~ JS
JavaScript engines = V8, SpiderMonkey, TurboFan, JavaScriptCore, JavaScript engine
TypeScript = tsc
Java = JDK, Project Loom ~ Java
JVM = GraalVM, HotSpot VM, Java GC
Kotlin
Scala = sbt ~ Akka
Clojure = ClojureScript
Swift = SwiftUI, swiftlang ~ Swift
Objective-C
C++ = cpp
C ~ C
C# = csharp
.NET = dotnet, Blazor
F# = fsharp
PHP = HHVM, Hacklang, Laravel, Symfony
Ruby = RubyGems, CRuby, YJIT, Sorbet ~ Ruby
Ruby on Rails = RoR, Rails app, Rails monolith, ActiveRecord, Rails upgrade, Rails engine ~ Rails
Elixir ~ Elixir
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
object-oriented programming = OOP, object oriented
compilers = LLVM, GCC, JIT, transpiler, bytecode, interpreter, MLIR + parser, codegen, optimizer, AST
garbage collection = garbage collector, GC pause, GC tuning
memory management = memory leak, memory safety, out of memory, jemalloc, OOM, memory usage, memory footprint
concurrency = multithreading, multi-threaded, race condition, deadlock, thread pool, async/await, lock-free, data race, coroutine, virtual thread, mutex
static typing = type checking, type checker, type safety, gradual typing, mypy, type inference
reactive programming = RxJava, RxSwift, RxJS, Project Reactor
metaprogramming = macro system, code generation
regular expressions = regex, regexp
Unicode = UTF-8

# web: browser, component, components, UI, DOM, JavaScript, TypeScript, rendering, page, frontend, website, npm, render, hydration, props
web development = web app, web application, web developer, website, web platform, modern web, web site ~ web
front end = frontend, client-side rendering, UI engineering, UI component + browser, DOM, CSS
full stack
React = ReactJS, React.js, React hooks, React component, JSX, React app ~ React
Redux
Next.js = NextJS, Vercel
Vue.js = VueJS, Nuxt ~ Vue
Angular = AngularJS ~ Angular
Svelte = SvelteKit
Ember.js = EmberJS ~ Ember
Node.js = NodeJS, Deno, Express.js ~ Node
jQuery = Backbone.js
HTML = HTML5, custom elements, web components
CSS = stylesheet, Sass, Tailwind, flexbox
web performance = Core Web Vitals, page load, page speed, site speed, lazy loading, bundle size, code splitting
server-side rendering = SSR, static site, Jamstack, isomorphic
browsers = Chrome DevTools, Firefox, WebKit, Chromium, web standards, Safari
progressive web apps = PWA, service worker
JavaScript tooling = webpack, Babel, ESLint, esbuild, npm package, Vite, pnpm, bundler, npm registry
micro frontends = microfrontend
design systems = design language, design token, style guide, Storybook, pattern library, Material Design
Electron = Electron app, desktop app, Tauri ~ Electron
content management = CMS, WordPress, Drupal, Contentful, rich text editor
web scraping = web crawler, web crawling, scraper
email = SMTP, DKIM, e-mail ~ emails
SEO

# mobile: app, apps, mobile, phone, Xcode, device
mobile development = mobile app, mobile application, mobile client, mobile team, mobile device, mobile platform ~ mobile
Android = Jetpack Compose, Dagger, APK, Gradle build
iOS = iPhone, iPad, UIKit, Xcode, CocoaPods, TestFlight, tvOS, watchOS, Core Data
React Native = Expo app
Flutter ~ Flutter
cross-platform development = cross-platform, multiplatform, Xamarin, Ionic framework
app performance = app startup, app size, cold start time, app launch time, app start, battery usage, battery life, jank
app releases = mobile release, release train
push notifications = APNs, notification system ~ notifications
server-driven UI = SDUI
offline-first = offline mode, offline support, local-first, CRDT

# architecture: service, services, system, systems, API, backend, monolith, domain, scale, scalable, code, modular
software architecture = clean architecture, hexagonal architecture, design pattern, architectural pattern, system architecture, design doc, ADR, reference architecture, SOA, tech stack, twelve-factor, coupling, over-engineering ~ architecture, architectural
system design = large-scale systems, designing large-scale
microservices = micro-service, service decomposition, nanoservice
monoliths = monolithic
distributed systems = Paxos, leader election, eventual consistency, CAP theorem, distributed computing, distributed lock, distributed transaction, vector clock, gossip protocol, idempotency, idempotent, service discovery, ZooKeeper, etcd, linearizability, linearizable, consistent hashing, saga pattern, fault-tolerant, fault tolerance, distributed locking, distributed applications, eventually consistent ~ Raft, consensus, Consul
event-driven architecture = event-driven, event bus, pub/sub
event sourcing = event-sourced, CQRS, event store
domain-driven design = DDD, bounded context, domain modeling, domain model, event storming
workflows = BPMN, task queue, job scheduler, job scheduling, state machine, cron job, background job, Celery, Sidekiq, task scheduling, distributed scheduling, cron, workflow engine, workflow orchestration, workflow orchestrator, workflow management, workflow automation, asynchronous workflow ~ workflow, orchestration, Temporal, Conductor, scheduler
back end = backend, server-side
APIs = RESTful, OpenAPI, Swagger, webhook, web service ~ REST, SDK, endpoints
GraphQL = Relay Modern, Apollo Server, federated graph
gRPC = Protocol Buffers, protobuf, RPC, Apache Thrift ~ Thrift
service mesh = Istio, Envoy proxy, Linkerd, sidecar proxy ~ Envoy
scalability = scale out, scaling up, autoscaling, auto scaling, auto-scale, web scale, hyperscale, million users, billion users ~ scaling, scale, scalable, at scale
multi-tenancy = multi-tenant, multitenant
rate limiting = rate limiter, rate limit, throttling, backpressure, load shedding
migrations = migrating from, migrating to, we migrated, migrated from, moving from, migrate from, migrating our, replatforming ~ migrating, migration, migrate
refactoring = refactor, clean code, rewriting our, code rewrite, big rewrite, code quality, SOLID principle
technical debt = tech debt, legacy code, legacy system, code rot, dead code ~ legacy
real-time systems = WebSocket, real-time messaging, server-sent events, long polling, real-time presence ~ real-time, realtime
message queues = RabbitMQ, message broker, SQS, ActiveMQ, NATS, ZeroMQ, NSQ, dead letter queue, queueing system, queuing system, messaging system, job queue ~ Pulsar, queue, queues, queueing
configuration management = dynamic configuration, Ansible, SaltStack ~ Chef, Puppet, configuration
serialization = JSON schema, Apache Avro, MessagePack, data format, JSON parsing, FlatBuffers ~ JSON, XML, YAML

# databases: database, databases, query, queries, table, tables, rows, index, storage, SQL, replica, cluster, schema, key, datastore, reads, writes, keys
databases = RDBMS, DBA, DBMS, data store, datastore, ACID, MVCC, ORM, secondary index, query planner, query optimizer, connection pool + schema, replica, queries, transactions, rows, index
SQL = jOOQ
NoSQL = document database, key-value store, document store, wide-column, KV store
PostgreSQL = Postgres, pgvector, PgBouncer, psql
Vitess = VTGate, VTTablet
MySQL = MariaDB, InnoDB, MyRocks, Percona
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
RocksDB = LevelDB, LSM tree, B-tree, storage engine
graph databases = Neo4j, knowledge graph, JanusGraph, social graph, graph store
time series = InfluxDB, TimescaleDB, TSDB, timeseries
vector databases = vector search, Pinecone DB, FAISS, Milvus, HNSW, similarity search
sharding = shard, database partitioning, resharding
replication ~ replicas, replicated
caching = cache, Memcached, cached, EVCache, Varnish, Memcache
storage = object storage, blob storage, block storage, storage system, storage layer, S3, file storage, cold storage, erasure coding, Ceph, SSD, distributed storage, storage cost, blob store, HDFS ~ storage
file systems = filesystem, ZFS, NFS, ext4
backups = disaster recovery, data recovery, data loss ~ backup

# data: data, pipeline, pipelines, dataset, datasets, batch, ETL, analytics, streaming, Hadoop, events, cluster, topic, broker, consumer, warehouse, tables, SQL, ingestion
data engineering = data engineer, data processing, data wrangling, deduplication + ETL, data warehouse, Airflow, Spark, data pipeline
data pipelines = ETL, ELT, data ingestion, change data capture, CDC, Debezium, data movement, log ingestion, event pipeline ~ pipeline, pipelines, ingestion
data platforms = data infrastructure, data stack, data as a product
data warehouse = Snowflake, BigQuery, Redshift, dbt, star schema, OLAP, ClickHouse, Apache Druid, Apache Pinot, Vertica, DuckDB, Parquet ~ Druid, Pinot, warehouse
data lake = lakehouse, Apache Iceberg, Delta Lake, Hudi ~ Iceberg
data mesh = data product, data contracts
data governance = data catalog, data discovery, data lineage, data retention, data access control, master data, DataHub, Amundsen, metadata platform ~ lineage, metadata, governance
data quality = data validation, data integrity
data modeling = data model, schema registry, schema design, data modelling
big data = petabyte, Hadoop, MapReduce, YARN cluster, large datasets, terabytes
Spark = Apache Spark, PySpark, Spark SQL, Spark Streaming, Databricks ~ Spark
Kafka = Apache Kafka, Kafka Streams, Confluent, ksqlDB, Kafka Connect, Kafka cluster, Kafka topic ~ Kafka
Flink
Airflow = Apache Airflow, Dagster, DAGs ~ Airflow, Luigi, Prefect, Oozie
Hive = Apache Hive, Hive metastore, HiveQL ~ Hive
Presto = PrestoDB, Trino ~ Presto
Apache Beam = Google Dataflow, Cloud Dataflow, Scio
stream processing = data streaming, real-time data, event streaming, Apache Storm, Samza, Kinesis, streaming data, event stream, streaming analytics, real-time analytics, unbounded data, exactly-once ~ streams, Storm, Heron
analytics = data analysis, data analyst, clickstream, reporting tool, Tableau, Looker, data-driven, event tracking, KPI, Metabase, Superset, funnel analysis, cohort analysis ~ analyst, analysts, BI, metrics, reporting
data visualization = data viz, dataviz, data visualisation, D3.js, dashboarding, infographic ~ visualization, visualizing, visualisation, chart, charts
notebooks = Jupyter, Papermill ~ notebook
open data = public dataset, open dataset
spreadsheets = Google Sheets, Microsoft Excel, Excel file, CSV file ~ spreadsheets
Google Drive = Google Docs

# data science: data, statistics, statistical, hypothesis, metric, metrics, treatment, variant, test, results, sample, effect, users, product, scientists, statistically
data science = data scientist, Kaggle, pandas, NumPy, scipy, data mining
experimentation = A/B test, AB test, A/B testing, split test, online experiment, copy test, copy testing, switchback, holdout, treatment effect, A/B experiment ~ experiment, experiments, experimenting
statistics = statistical, Bayesian, p-value, confidence interval, hypothesis test, regression analysis, statistician, Monte Carlo, CUPED
causal inference = causal model, causality, counterfactual, difference-in-differences, quasi-experiment, uplift modeling, causal impact, causal effect ~ causal
forecasting = forecast
optimization = linear programming, vehicle routing ~ optimization, optimizing
user research = UX research, usability testing, usability test, user interviews, user study, design research, user testing, diary study, usability study ~ survey, surveys, researcher, researchers
anomaly detection ~ anomaly, anomalies

# machine learning: model, models, training, trained, predict, prediction, predictions, learning, neural, inference, dataset, features, classifier, AI, ML, algorithm, algorithms, embeddings, LLM, GPT, prompt, prompts, autonomous, assistant
machine learning = ML, machine-learned, supervised learning, unsupervised learning, self-supervised, XGBoost, random forest, scikit-learn, decision tree, feature engineering, training data, maschinelles Lernen, apprentissage automatique, aprendizaje automático, transfer learning, active learning, model training, k-means, overfitting, multi-armed bandit, classifier, online learning, federated learning + model, prediction, predict, classification, clustering, features, inference, predicting, ranking, learned
deep learning = neural network, neural net, convolutional, CNN, RNN, LSTM, backpropagation, GNN, autoencoder, DNN, neural architecture search
artificial intelligence = AI, künstliche Intelligenz, intelligence artificielle, inteligencia artificial, AGI
generative AI = GenAI, gen AI, diffusion model, text-to-image, Midjourney, GAN, DALL-E, text generation ~ generative
large language models = LLM, GPT, ChatGPT, OpenAI, Llama 2, Llama 3, BERT, fine-tuning, fine-tune, Anthropic, Hugging Face, language model, RLHF, tokenizer, Mistral AI, context window, LangChain, hallucination, vLLM ~ Claude, Gemini, Llama, transformer, transformers, Mistral
prompt engineering = system prompt ~ prompts, prompting
retrieval-augmented generation = RAG, retrieval augmented
AI agents = agentic, multi-agent, LLM agent, coding agent, tool calling, Model Context Protocol, MCP, agent framework ~ agent, agents
AI-assisted coding = GitHub Copilot, AI coding, code assistant, Claude Code, vibe coding, AI code review, code completion, AI developer tools ~ Copilot, Cursor
chatbots = conversational AI, voice assistant, Alexa skill, dialogue system, conversational agent, chat bot, smart reply ~ bot, bots, Alexa
natural language processing = NLP, sentiment analysis, named entity recognition, text classification, word embedding, word2vec, machine translation, text summarization, topic modeling, text mining, natural language
computer vision = object detection, image classification, OCR, face recognition, image segmentation, visual search, OpenCV, pose estimation + images, image, photos
speech recognition = text-to-speech, speech-to-text, speech synthesis, ASR, voice synthesis ~ speech
reinforcement learning = Q-learning, deep Q-network, policy gradient
recommender systems = recommendation system, collaborative filtering, recommender, matrix factorization, home feed, feed ranking, product recommendation, personalized recommendations ~ recommendation, recommendations, recommending
personalization = personalisation, personalized, personalised, personalize, personalizing
ranking = learning to rank, CTR prediction, click-through rate prediction ~ rank, relevance
embeddings = representation learning, two-tower
MLOps = ML platform, machine learning platform, feature store, model serving, model deployment, ML infrastructure, model monitoring, machine learning infrastructure, ML pipeline, machine learning pipeline, MLflow, Kubeflow, SageMaker, Vertex AI, Metaflow, machine learning in production, ML workflow, model registry, training infrastructure, LLMOps, model inference, serving models, productionizing + model, serving, deploy
PyTorch = torch.compile
TensorFlow = Keras, TFX
explainable AI = explainability, interpretable, SHAP values, model fairness, algorithmic bias, AI ethics ~ fairness, bias
data labeling = data annotation, crowdsourcing, human-in-the-loop, training labels, data labelling ~ annotation, labeling
content understanding = content tagging
trust and safety = content moderation, spam detection, harmful content, misinformation, trust & safety, bot detection, hate speech, fake accounts, anti-spam, abuse detection, anti-abuse, moderating content ~ spam, moderation, abuse

# search: search, query, queries, index, indexing, relevance, documents, Elasticsearch, results
search = search engine, information retrieval, search relevance, query understanding, inverted index, autocomplete, typeahead, faceted search, semantic search, search index, search query, search results, Algolia, search system, search service, search platform, site search, product search, query expansion, search quality ~ search, searching, indexing
Elasticsearch = OpenSearch, ELK stack, Elastic Stack, Kibana, ELK
Lucene = Solr

# cloud and infrastructure: infrastructure, cluster, clusters, deploy, deployment, servers, server, instances, provision, compute, AWS, Kubernetes, Docker, workload, workloads, services, datacenter, serverless, provider, migration, hosted, orchestration, capacity
infrastructure = infrastructure engineering, bare metal, infra team, fleet management, resource scheduler ~ infrastructure, infra, capacity
cloud = cloud computing, public cloud, cloud infrastructure, multi-cloud, hybrid cloud, cloud-native, cloud service, cloud provider, cloud-based, IaaS, PaaS, private cloud, OpenStack, in the cloud, to the cloud, cloud platform, cloud migration, Heroku, DigitalOcean ~ cloud
AWS = Amazon Web Services, EC2, CloudFormation, Amazon S3, Amazon ECS, EKS, IAM role, Route 53, Aurora MySQL, Amazon Aurora, Amazon RDS, Fargate, EMR, CloudWatch
Google Cloud = GCP, GKE, App Engine, Cloud Run, Firebase
Azure = AKS
serverless = AWS Lambda, Lambda function, functions as a service, FaaS, cloud function, edge function ~ Lambda, Lambdas
Kubernetes = k8s, kubectl, Helm chart, OpenShift, kubelet, Argo CD, ArgoCD, pod autoscaler ~ Helm
Docker = Dockerfile
containers = containerization, containerized, containerd, container orchestration, container image, cgroups, dockerize, Mesos, Amazon ECS, Podman, container runtime ~ container, containers, Nomad
infrastructure as code = IaC, Terraform, Pulumi, GitOps, CDK, OpenTofu
virtualization = virtual machine, hypervisor, KVM, Firecracker, microVM, VMware, VMs, QEMU
data centers = datacenter, data centre, on-premises, on-prem, colocation, server hardware
edge computing = edge network, edge compute, edge location ~ edge
cloud costs = FinOps, cost efficiency, cost reduction, cost savings, cloud spend, cost management, AWS bill, cloud bill, reduce costs, cost effective ~ costs, efficiency
platform engineering = platform team, platform engineer, golden path, paved road ~ Backstage
DevOps = DevSecOps, dev ops, sysadmin, DORA metrics
remote workstations = virtual workstation, virtual desktop, remote desktop, VDI ~ workstations
IT = help desk, helpdesk

# reliability: production, outage, outages, incident, incidents, monitoring, reliability, availability, service, services, latency, on-call, systems, alerts, logs, telemetry, debugging, failures, uptime
reliability = high availability, uptime, failover, active-active, multi-region, reliable system, downtime, redundancy ~ reliable, availability, reliably
site reliability engineering = SRE, site reliability, SLO, SLI, SLA, error budget, service level objective
resilience = resiliency, circuit breaker, circuit breaking, retry storm, fallback, Hystrix ~ resilient, retries, failures, timeouts
chaos engineering = Chaos Monkey, fault injection, game day, Simian Army
incident management = incident response, on-call, postmortem, post-mortem, incident review, incident report, outage, PagerDuty, post-incident, root cause, blameless ~ incident, incidents
observability = OpenTelemetry, distributed tracing, telemetry, Honeycomb, Datadog, New Relic, Jaeger, Zipkin, tracing system, distributed trace, eBPF tracing, Grafana Tempo, instrumentation library ~ tracing, traces, instrumentation
monitoring = alerting, Prometheus, Grafana, metrics system, StatsD, Graphite, Nagios, health check, alert fatigue ~ alerts, dashboard, dashboards, metrics
logging = log management, log aggregation, Fluentd, Logstash, log analysis, log data, Splunk, log search, audit log ~ logs
load testing = stress testing, load test, JMeter, Gatling, traffic replay, shadow traffic
automation = self-healing, runbook ~ automating, automate, automation

# networking: network, networking, traffic, packets, protocol, connection, connections, latency, server, TCP, IP, requests
networking = TCP, BGP, SDN, IPv6, network protocol, packet loss, UDP, network traffic, VPN, VPC, network latency, WAN, WireGuard ~ network, packets, packet
HTTP = QUIC
DNS = DNSSEC
TLS = SSL, Let's Encrypt, mTLS ~ certificate, certificates
CDN = Cloudflare, Fastly, Akamai
load balancing = load balancer, HAProxy, NGINX, reverse proxy, traffic routing, request routing, ELB ~ proxy
Wi-Fi = WiFi, Bluetooth, 5G, LTE, wireless

# security and privacy: security, secure, attack, attacker, attackers, vulnerability, authentication, credentials, permissions, access, identity, policy, policies, encrypted, malicious, users, tokens, role, roles, compromise, threat
security = information security, infosec, cybersecurity, cyber security, AppSec, application security, security engineer, security team, cloud security, zero trust, SIEM, SOC 2, web security, XSS, CSRF, cross-site scripting, SQL injection, OWASP, red team, data security, security review, hardening, sandboxing, DDoS, firewall, WAF, mobile security ~ secure, securing, attack, attacks, security, attackers, hackers
vulnerabilities = vulnerability, CVE, zero-day, bug bounty, penetration testing, pentest, remote code execution, Log4Shell, Heartbleed, security flaw, responsible disclosure, HackerOne, security fix, Log4j ~ exploit
threat detection = intrusion detection, threat hunting, threat model, threat modeling, threat intelligence, malware, phishing, ransomware, insider threat ~ threat, threats
supply chain security = SBOM, Sigstore, signed builds, SLSA
authentication = OAuth, single sign-on, SSO, passwordless, two-factor, 2FA, multi-factor, MFA, passkey, OpenID Connect, OIDC, WebAuthn, SAML, login flow, JWT, FIDO, FIDO2, sign-in ~ login, password, passwords
access management = access control, authorization, IAM, permissions, RBAC, ABAC, least privilege, Zanzibar, entitlements ~ identity
SPIFFE
SPIRE
secrets management = HashiCorp Vault, key management, KMS, API key ~ secrets, Vault
encryption = cryptography, cryptographic, end-to-end encrypted, public key, post-quantum, homomorphic, encrypt ~ encrypted, crypto, hashing
privacy = data protection, PII, anonymization, anonymisation, personal data, data deletion, Datenschutz
compliance = GDPR, CCPA, PCI DSS, HIPAA, FedRAMP, regulatory, regulation, SOX, ISO 27001, AI Act, KYC ~ audit, audits, legal
fraud detection = fraud, fraudulent, chargebacks, risk engine, risk scoring

# testing: test, tests, testing, QA, bug, bugs, code, suite, coverage, regression, CI, flaky, quality
testing = unit test, integration test, test automation, test suite, test coverage, code coverage, end-to-end test, e2e test, TDD, test-driven, regression test, flaky test, property-based testing, automated test, test framework, contract test, snapshot test, Selenium, Cypress, Playwright, JUnit, pytest, RSpec, screenshot test, QA, automated testing, UI test, acceptance test, BDD, test data, test case, test strategy, testing pyramid, manual testing, A11y testing, mutation test, Espresso test, Jest test, property test, end-to-end testing, tests pass, test runner, fuzzing, fuzz test ~ tests, testing, Jest
quality assurance = QA engineer, QA team, product quality
debugging = debugger, bug hunt, troubleshooting, core dump, bug fix, crash report, heap dump, stack trace, debug, bug report, crash reporting, mysterious bug, gdb, curious case, kernel panic, segfault ~ bug, bugs, crashes, mystery
formal verification = TLA+, formal methods, model checking, theorem prover, Jepsen ~ Coq
static analysis = linter, linting, static analyzer, code analysis, Semgrep, CodeQL, null safety, NullAway, clang-tidy ~ Infer

# developer tools: code, developer, developers, engineers, build, builds, repository, branch, release, releases, deploy, commit, software, ship, pipeline, editor
software development = software engineering, software developer, pair programming, mob programming, software delivery, software project, programmer, software design, Hyrum's law + code, coding, developers, codebase, engineers, software, programming, developer
CI/CD = continuous integration, continuous delivery, continuous deployment, Jenkins, GitHub Actions, CircleCI, CI pipeline, Buildkite, merge queue, GitLab CI, CI system, build pipeline, Spinnaker, CI builds, Travis CI, CI server ~ CI
deployment = canary release, blue-green, canary analysis, rolling update, deploying code, deploys, release process, rollback ~ deployment, deploy, deploying, rollout
releases = release candidate, is released, release highlights, long-term support, LTS, changelog, release announcement, release schedule, new release ~ releases
feature flags = feature toggle, LaunchDarkly, dark launch
build systems = Bazel, Gradle, build time, build cache, CMake, Maven, remote caching, build tool, faster builds, Nix, NixOS ~ Buck
monorepo = mono-repo, multi-repo, Lerna, polyrepo, single repository
Git = version control, merge conflict, source control, trunk-based development, Mercurial
GitHub = GitLab, Bitbucket
code review = pull request, code reviewer, stacked diffs, peer review
dependency management = package manager, semantic versioning, Dependabot, Renovate, dependency injection, library upgrade ~ dependencies
developer tools = dev tools, IDE, Visual Studio, VS Code, IntelliJ, code search, language server, dev environment, development environment, code editor, Vim, Emacs, codemod, code navigation, Codespaces, JetBrains ~ tooling, Eclipse
internal tools = back office, backoffice, admin tool, admin panel
developer experience = DX, DevEx, inner loop, dev experience
developer productivity
command line = CLI ~ terminal, shell
low-code = no-code
agile = Scrum, Kanban, sprint planning, agile coach, user story, backlog, squad model, agile team, daily standup, retrospectives, scaling agile ~ sprint, Agile, retrospective, estimation, iteration
SDKs = client library

# performance and systems: performance, latency, CPU, memory, faster, speed, kernel, hardware, chip, device, devices, processor, optimize, benchmark, sensors
performance = performance optimization, performance tuning, latency, throughput, flame graph, profiling, profiler, benchmark, benchmarking, p99, performance regression, high performance, CPU usage, SIMD, CPU utilization, performance improvement, speeding up, times faster, x faster, 10x faster ~ faster, performance, bottleneck, speed, slow, fast
Linux = systemd, Ubuntu, Debian, io_uring, Red Hat, Fedora
eBPF = BPF, bpftrace, XDP, Cilium
operating systems = kernel module, system call, syscall, Windows kernel, macOS, FreeBSD, Unix, page cache, device driver ~ kernel, Windows
hardware = custom silicon, ARM processor, FPGA, ASIC, x86, RISC-V, semiconductor, Graviton, circuit board, PCB, ARM64, chip design, Open Compute, Apple silicon, microprocessor ~ chip, chips, CPU, CPUs, silicon
GPUs = CUDA, TPU, Nvidia
high-performance computing = HPC, supercomputer, supercomputing, MPI
embedded systems = firmware, microcontroller, RTOS, Arduino, Raspberry Pi, embedded device, embedded Linux ~ embedded
IoT = internet of things, smart home, MQTT, smart device, wearable, Zigbee ~ sensor, sensors
robotics = robot, ROS, drone
self-driving cars = autonomous vehicle, autonomous driving, self-driving, ADAS ~ lidar
smart TVs = set-top box, Roku, Apple TV, Android TV, TV app, connected TV, TV UI, Chromecast ~ TV, TVs

# media and graphics: video, audio, film, movies, movie, studio, production, camera, images, rendering, artists, playback, content, media, game, shows, titles, photo, scene
video = video player, video quality, HDR, video playback, live video, VMAF, video platform, subtitles, video call, video conferencing, video delivery, video upload, closed captions, video editing ~ video, videos
video streaming = live streaming, livestream, adaptive bitrate, HLS, streaming video, MPEG-DASH, streaming service, live stream, buffering, ABR, OTT, live event, live broadcast
video encoding = AV1, H.264, HEVC, video codec, transcoding, video encoder, VP9, ffmpeg, encode video, media encoding, film grain ~ encoding, encodes, codec, bitrate
audio = spatial audio, audio codec, Dolby Atmos, sound design, podcast app, audio quality, signal processing, text to audio, loudness ~ audio, sound
music = playlist, musician, songs ~ lyrics
WebRTC = voice chat, VoIP, video chat, real-time audio, real-time video
media production = film production, studio engineering, post-production, production crew, media asset, filmmaking, film-making ~ Netflix Studio
visual effects = VFX
animation = animated content, animator, Lottie, motion design, motion graphics, stop-motion ~ animated
image processing = JPEG, WebP, AVIF, thumbnail, PNG, photo editing, image format, image service, image quality, image loading, ImageMagick, image resizing, image upload ~ images, photos, image, photo, artwork, GIF
computer graphics = ray tracing, OpenGL, WebGL, Vulkan API, shader, 3D graphics, 3D model, 3D rendering, WebGPU, 3D scene, graphics engine, path tracing, vector graphics, SVG ~ 3D, graphics, Canvas
virtual reality = VR, augmented reality, mixed reality, AR, metaverse, Oculus
games = video game, game engine, Unity3D, Unreal Engine, multiplayer, game server, gaming, game developer, gameplay, mobile game, esports, game design, netcode, game studio, League of Legends ~ game, games, Unity
fonts = typography, typeface, text rendering ~ font
PDF

# design and language: design, designer, designers, UX, UI, users, user, interface, product, research, accessible, usability, visual, prototype, brand, language, languages, copy, typography, figma
design = product design, designer, visual design, graphic design, UI design, design thinking, Figma, design process, design team, design critique, illustration, rebrand, brand design, iconography, color palette, design sprint, wireframe, prototyping, service design, design tool, design ops, DesignOps, mockup, redesign, dark mode, redesigning, colour palette ~ design, designing, brand, icons, Sketch
user experience = UX, information architecture, customer experience, human-computer interaction, HCI, user onboarding, usability, user journey, user interface, dark patterns, user flow, user-friendly, user needs ~ UI, interface, user experience
content design = UX writing, content designer, UX writer, microcopy, copywriting, voice and tone
accessibility = a11y, screen reader, WCAG, assistive technology, ARIA, color contrast, VoiceOver, alt text, blind users, disabilities, color blind, dyslexia ~ accessible, disability
internationalization = i18n, right-to-left, multilingual, RTL, global product, internationalisation ~ languages, international
localization = l10n, localisation, translator, localized, dubbing ~ translation, translations, subtitle, subtitles
technical writing = documentation, docs as code, API docs, README, Markdown, knowledge base, knowledge management, documenting ~ docs, blogging

# product and business: customers, customer, product, business, revenue, members, market, company, users, growth, pricing, billing, payment, sales, merchants, sellers, order, orders, transactions, subscription, money, financial, delivery, drivers, bank
product management = product manager, product roadmap, product development, MVP, product owner, product discovery, product team, product ops, product launch, feature request, build vs buy, OKRs, product vision, jobs to be done, user feedback, new product ~ roadmap, PM, prioritization
growth = growth hacking, user retention, conversion rate, signup flow, growth team, sign-up flow, user growth, lifetime value, virality ~ growth, retention, signup, conversion, churn
marketing = email marketing, CRM, brand marketing, marketer, marketing mix, incrementality ~ marketing, campaign, campaigns
advertising = adtech, ad tech, ad server, ad serving, real-time bidding, RTB, ad platform, ads ranking, ad auction, advertiser, ads delivery, ad targeting, sponsored search, ads marketplace, ad insertion, ads system, ad campaign ~ ads, ad, Ads
payments = credit card, checkout flow, debit card, digital wallet, Apple Pay, Google Pay, money movement, double-entry, money transfer, ledger system, payouts ~ ledger, wallet, checkout
billing = invoicing, invoice, metering ~ subscriptions
finance = fintech, financial services, accounting, algorithmic trading, financial data, stock market, insurance, trading system, stock exchange, treasury, lending, mortgage, financial reporting, credit scoring, trading platform, tax calculation, hedge fund, neobank, banking app, core banking, payroll ~ banking, bank, trading, loans, financial
pricing ~ discounts
e-commerce = ecommerce, online shopping, shopping cart, online store, retail, product catalog, retailer, Black Friday, flash sale, Shopify app, catalog system, online grocery ~ shopping, catalog, merchants, checkout, sellers, Catalogue
marketplaces = supply and demand, ride matching
logistics = supply chain, last-mile, delivery time, food delivery, ride-hailing, ride-sharing, ridesharing, ETA, inventory management, fleet routing, courier, batching orders ~ logistics, delivery, deliveries, inventory, routing, rides, dispatch
maps = geospatial, GIS, geocoding, OpenStreetMap, geolocation, H3 index, PostGIS, vector tiles, GPS, location data, Mapbox, geofencing, turn-by-turn, geohash, spatial index, Google Maps, map data, map matching, map rendering ~ map, location, locations, spatial, navigation, mapping
travel = flight search, airline, booking system, accommodation, vacation rental, hospitality, hotels ~ booking, reservations, guests, traveler, travel
customer support = customer service, support ticket, contact center, customer success, Zendesk, support agents, support team, call center, customer care
social networks = social media, news feed, newsfeed, timeline feed, activity feed, user-generated content, follower graph, creator economy ~ feed, creators
messaging = chat app, messenger, SMS, WhatsApp, chat system, chat service, group chat, RCS ~ chat, messages
startups = start-up, Y Combinator, venture capital, scaleup, fundraising ~ founder, startup
SaaS = B2B, ERP, Salesforce
healthcare = digital health, health tech, medical, electronic health record, EHR, clinical, telemedicine, medicine, telehealth, FHIR, hospital, health data, clinicians, mental health ~ pandemic, health, doctors, patient, patients, COVID-19, coronavirus
education = e-learning, edtech, coding bootcamp, online course, language learning, classroom, MOOC, teachers, curriculum, learn to code ~ teaching, students
journalism = newsroom, news publisher, paywall, journalist, news article, newspaper, news app, editorial tools, reporters, news site ~ publishing, publishers, editorial, news
blockchain = Bitcoin, Ethereum, smart contract, cryptocurrency, web3, NFT, DeFi, Solidity, stablecoin ~ crypto, Solana
real estate = property listings, home buying, house prices, Zestimate, home values ~ housing
government = civic tech, public sector, GOV.UK, public service, digital service ~ elections, election, citizens
sports = football, fitness app, soccer, basketball, Olympics ~ athletes, fitness
food = recipes, restaurant, meal kit, groceries ~ meals, menu, cooking, food
automotive = car industry, connected car, car sharing, EV charging, vehicle data ~ cars, vehicles, EV
art and museums = museum, art world, art gallery, galleries, art collectors, art market, art auction, cultural heritage, fine art ~ artworks
human resources = HR tech, HR team, HR system, total rewards ~ HR

# people and culture: team, teams, engineers, company, people, employees, work, career, interview, engineer, engineering, manager, leadership, colleagues, organization, candidates, developers, learned, role, roles
engineering culture = company culture, work culture, team culture, company values, psychological safety, culture deck, way of working, craft culture, core values, life at, engineering principles, our values ~ culture + together, collaborate, employees, fun
hiring = recruiting, recruitment, technical interview, interview process, job interview, recruiter, job offer, hire engineers, interview question, take-home, join our team, open roles, hire developers, design interview, system design interview, coding interview ~ interviewing, candidate, candidates, hire
careers = staff engineer, senior engineer, personal growth, their journeys, job title, principal engineer, first job, junior developer, new grad, my first year, day in the life, impostor syndrome, imposter syndrome, tech lead ~ career, promotion
interviews = meet the team, fireside chat, Q&A, team spotlight, we interviewed, profile series, ask me anything ~ Q and A
internships = intern, apprenticeship, apprentice, graduate scheme
onboarding = onboarded, new hire, new joiner, new engineers, new colleague, onboard
mentoring = mentorship, mentor, coaching
remote work = remote team, fully remote, work from home, working from home, hybrid work, remotely, remote-first, remote working, home office, WFH, remote engineer, digital nomad, worked from home ~ time zones, timezones
hackathons = hack day, hack week, hackday, innovation week, hackweek, 20% time, ship it day, code jam, game jam
diversity and inclusion = women in tech, women in engineering, DEI, gender equality, allyship, women engineers, Black engineers, Pride month, gender gap, LGBTQ, Women's Day, neurodiversity, girls who code, women at, parental leave, diverse team ~ inclusive, diversity, inclusion, belonging
leadership = engineering manager, engineering leader, CTO, people management, first-time manager, VP of Engineering, new manager, one-on-ones, 1:1s, team lead, line manager, head of engineering, difficult conversations, giving feedback, leading a team, managing teams, leading teams, leading people ~ leaders
engineering management = performance review, engineering organization, org design, re-org, reorganization, technical strategy, engineering strategy, engineering org, scaling engineering team, engineering levels, team structure, code ownership, decision-making
teamwork = team building, team topologies, squads, collaborating, knowledge sharing, empowered teams, team dynamics, team rituals, book club, offsite, retrospective ~ collaborate, collaboration, guilds, meetings
project management = program manager, project manager, TPM, Jira ~ planning, deadlines, estimates
productivity = time management, deep work, focus time, procrastination, note-taking, work-life balance ~ productive, focus
well-being = burnout, wellbeing, wellness, sabbatical, mindfulness
learning and development = self-taught, tech talks, brown bag, upskilling, study group, learn from mistakes, continuous improvement, lunch and learn, reading group ~ workshop, workshops
conferences = conference talk, tech conference, meetup, tech talk, keynote, public speaking, WWDC, Google I/O, KubeCon, QCon, RailsConf, PyCon, unconference, NeurIPS, SIGMOD, PyData, GopherCon, event recap, DevOpsDays, call for papers, JSConf, SREcon, FOSDEM, Strange Loop, Droidcon, symposium ~ conference, conferences, summit, workshop
year in review = year end review, annual review, the year in, top posts, best of 2020, most read ~ looking back
open source = open-sourced, open-sourcing, OSS, FOSS, Apache Software Foundation, inner source, InnerSource, Hacktoberfest, CNCF, free software ~ sponsors, contribute, contributing, contributors, maintainer
developer relations = DevRel, developer advocate, developer community ~ community
ethics = ethical AI, tech for good, volunteering, nonprofit, non-profit, social good, pro bono, social impact, charity, philanthropy ~ ethical
sustainability = climate change, green software, net zero, carbon-aware, solar power, smart grid, greenhouse gas, carbon neutral ~ energy, climate

# science and theory: algorithm, algorithms, research, science, theory, computation, mathematical, scientists, scientific, proof, paper
algorithms = Big O, binary search, PageRank, hash function, priority queue, string matching, edit distance + complexity, graph, tree
data structures = Bloom filter, hash table, HyperLogLog, skip list, linked list, hash map, Merkle tree, trie, quadtree, ring buffer, red-black tree
compression = Zstandard, zstd, Brotli, gzip, LZ4 ~ compress, compressed
mathematics = math, linear algebra, calculus, graph theory, category theory, number theory, geometry, floating point ~ probability, mathematical
computer science = Turing machine, lambda calculus, halting problem, research paper, papers we love
science = scientific computing, physics, astronomy, bioinformatics, genomics, genome, biology, chemistry, neuroscience, drug discovery, DNA sequencing, telescope, protein ~ scientific, science
space exploration = NASA, satellite, spacecraft, SpaceX, Mars rover, rocket launch
quantum computing = qubit, quantum computer
simulation = digital twin, simulator, physics engine, simulating ~ simulations, simulate
history of computing = retrocomputing, retro computing, Commodore 64, mainframe, punch cards, early internet

# -
release notes, social security, security guard, job security, food security, by design, cloud nine, on the go, let's go, ready to go, way to go, pokémon go, spark joy, spring break, spring cleaning, large scale, on the edge, cutting edge, leading edge, edge case, edge cases, competitive edge, travel agent, free agent, user agent, business model, role model, job search, in search of, on a scale, ad hoc, on the map, react to, react quickly, market share, market research, taylor swift, game changer, game-changer, game plan, game theory, game of thrones, rust belt, end game, speed of light, legal team, food for thought, fast forward, fast food, slow cooker, sounds like, growth mindset, fast-paced, fast-growing, network television, breaking the bank, breaking the ice, word cloud, point cloud, go to market, candidate generation, travel time, arrival time, multi-task learning
`;
