"""Conference engines behind `console.engine_port.EnginePort`; engines never import each other."""
