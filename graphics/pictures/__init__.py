"""Pictures in the sizes and formats in which they are published, with their rights."""
