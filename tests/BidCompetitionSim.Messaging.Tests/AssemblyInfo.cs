// Buses share two cores: one class at a time, or silence under load would look like an agent's.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
