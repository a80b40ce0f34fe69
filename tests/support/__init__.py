"""What tests of several folders share: sample sites, the built site, strict readers of formats."""
