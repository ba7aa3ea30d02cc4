// Generated from openapi/ by scripts/generate/validators.ts (`npm run generate`). Do not edit.

var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// ../../node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "../../node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var loginRequest = validate14;
var schema15 = { "type": "object", "required": ["account", "authType"], "allOf": [{ "if": { "required": ["authType"], "properties": { "authType": { "enum": ["1"] } } }, "then": { "type": "object", "required": ["account", "authType", "password"], "properties": { "account": { "type": "string", "minLength": 1 }, "authType": { "type": "string", "enum": ["1"] }, "password": { "type": "string", "format": "password", "minLength": 1 } }, "additionalProperties": false }, "else": { "if": { "required": ["authType"], "properties": { "authType": { "enum": ["2"] } } }, "then": { "type": "object", "required": ["account", "authType", "captchaToken"], "properties": { "account": { "type": "string", "minLength": 1 }, "authType": { "type": "string", "enum": ["2"] }, "captchaToken": { "type": "string", "format": "password", "minLength": 1 } }, "additionalProperties": false }, "else": { "required": ["authType"], "properties": { "authType": { "enum": ["1", "2"] } } } } }] };
var func2 = require_ucs2length().default;
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.authType === void 0 && (missing0 = "authType")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.authType !== void 0) {
        if (!(data.authType === "1")) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.account === void 0) {
        const err2 = { instancePath, schemaPath: "#/allOf/0/then/required", keyword: "required", params: { missingProperty: "account" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.authType === void 0) {
        const err3 = { instancePath, schemaPath: "#/allOf/0/then/required", keyword: "required", params: { missingProperty: "authType" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (data.password === void 0) {
        const err4 = { instancePath, schemaPath: "#/allOf/0/then/required", keyword: "required", params: { missingProperty: "password" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "account" || key0 === "authType" || key0 === "password")) {
          const err5 = { instancePath, schemaPath: "#/allOf/0/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (data.account !== void 0) {
        let data1 = data.account;
        if (typeof data1 === "string") {
          if (func2(data1) < 1) {
            const err6 = { instancePath: instancePath + "/account", schemaPath: "#/allOf/0/then/properties/account/minLength", keyword: "minLength", params: { limit: 1 } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        } else {
          const err7 = { instancePath: instancePath + "/account", schemaPath: "#/allOf/0/then/properties/account/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (data.authType !== void 0) {
        let data2 = data.authType;
        if (typeof data2 !== "string") {
          const err8 = { instancePath: instancePath + "/authType", schemaPath: "#/allOf/0/then/properties/authType/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (!(data2 === "1")) {
          const err9 = { instancePath: instancePath + "/authType", schemaPath: "#/allOf/0/then/properties/authType/enum", keyword: "enum", params: { allowedValues: schema15.allOf[0].then.properties.authType.enum } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
      if (data.password !== void 0) {
        let data3 = data.password;
        if (typeof data3 === "string") {
          if (func2(data3) < 1) {
            const err10 = { instancePath: instancePath + "/password", schemaPath: "#/allOf/0/then/properties/password/minLength", keyword: "minLength", params: { limit: 1 } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        } else {
          const err11 = { instancePath: instancePath + "/password", schemaPath: "#/allOf/0/then/properties/password/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    } else {
      const err12 = { instancePath, schemaPath: "#/allOf/0/then/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs14 = errors;
    const _errs15 = errors;
    let valid4 = true;
    const _errs16 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.authType === void 0 && (missing1 = "authType")) {
        const err13 = {};
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      } else {
        if (data.authType !== void 0) {
          if (!(data.authType === "2")) {
            const err14 = {};
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      }
    }
    var _valid1 = _errs16 === errors;
    errors = _errs15;
    if (vErrors !== null) {
      if (_errs15) {
        vErrors.length = _errs15;
      } else {
        vErrors = null;
      }
    }
    let ifClause1;
    if (_valid1) {
      const _errs18 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.account === void 0) {
          const err15 = { instancePath, schemaPath: "#/allOf/0/else/then/required", keyword: "required", params: { missingProperty: "account" } };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data.authType === void 0) {
          const err16 = { instancePath, schemaPath: "#/allOf/0/else/then/required", keyword: "required", params: { missingProperty: "authType" } };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (data.captchaToken === void 0) {
          const err17 = { instancePath, schemaPath: "#/allOf/0/else/then/required", keyword: "required", params: { missingProperty: "captchaToken" } };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        for (const key1 in data) {
          if (!(key1 === "account" || key1 === "authType" || key1 === "captchaToken")) {
            const err18 = { instancePath, schemaPath: "#/allOf/0/else/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data.account !== void 0) {
          let data5 = data.account;
          if (typeof data5 === "string") {
            if (func2(data5) < 1) {
              const err19 = { instancePath: instancePath + "/account", schemaPath: "#/allOf/0/else/then/properties/account/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/account", schemaPath: "#/allOf/0/else/then/properties/account/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data.authType !== void 0) {
          let data6 = data.authType;
          if (typeof data6 !== "string") {
            const err21 = { instancePath: instancePath + "/authType", schemaPath: "#/allOf/0/else/then/properties/authType/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          if (!(data6 === "2")) {
            const err22 = { instancePath: instancePath + "/authType", schemaPath: "#/allOf/0/else/then/properties/authType/enum", keyword: "enum", params: { allowedValues: schema15.allOf[0].else.then.properties.authType.enum } };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data.captchaToken !== void 0) {
          let data7 = data.captchaToken;
          if (typeof data7 === "string") {
            if (func2(data7) < 1) {
              const err23 = { instancePath: instancePath + "/captchaToken", schemaPath: "#/allOf/0/else/then/properties/captchaToken/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/captchaToken", schemaPath: "#/allOf/0/else/then/properties/captchaToken/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath, schemaPath: "#/allOf/0/else/then/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      var _valid1 = _errs18 === errors;
      valid4 = _valid1;
      ifClause1 = "then";
    } else {
      const _errs27 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.authType === void 0) {
          const err26 = { instancePath, schemaPath: "#/allOf/0/else/else/required", keyword: "required", params: { missingProperty: "authType" } };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        if (data.authType !== void 0) {
          let data8 = data.authType;
          if (!(data8 === "1" || data8 === "2")) {
            const err27 = { instancePath: instancePath + "/authType", schemaPath: "#/allOf/0/else/else/properties/authType/enum", keyword: "enum", params: { allowedValues: schema15.allOf[0].else.else.properties.authType.enum } };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
      }
      var _valid1 = _errs27 === errors;
      valid4 = _valid1;
      ifClause1 = "else";
    }
    if (!valid4) {
      const err28 = { instancePath, schemaPath: "#/allOf/0/else/if", keyword: "if", params: { failingKeyword: ifClause1 } };
      if (vErrors === null) {
        vErrors = [err28];
      } else {
        vErrors.push(err28);
      }
      errors++;
    }
    var _valid0 = _errs14 === errors;
    valid1 = _valid0;
    ifClause0 = "else";
  }
  if (!valid1) {
    const err29 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err29];
    } else {
      vErrors.push(err29);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.account === void 0) {
      const err30 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "account" } };
      if (vErrors === null) {
        vErrors = [err30];
      } else {
        vErrors.push(err30);
      }
      errors++;
    }
    if (data.authType === void 0) {
      const err31 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "authType" } };
      if (vErrors === null) {
        vErrors = [err31];
      } else {
        vErrors.push(err31);
      }
      errors++;
    }
  } else {
    const err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err32];
    } else {
      vErrors.push(err32);
    }
    errors++;
  }
  validate14.errors = vErrors;
  return errors === 0;
}
var loginResponse = validate15;
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs0 = errors;
  let valid0 = true;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.code === void 0 && (missing0 = "code")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.code !== void 0) {
        let data0 = data.code;
        if (!(data0 === 0 || data0 === "0")) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs1 === errors;
  errors = _errs0;
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs3 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.code === void 0) {
        const err2 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "code" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.msg === void 0) {
        const err3 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "msg" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (data.data === void 0) {
        const err4 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "data" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (data.code !== void 0) {
        let data1 = data.code;
        const _errs6 = errors;
        const _errs7 = errors;
        const _errs8 = errors;
        const _errs9 = errors;
        const _errs10 = errors;
        let valid5 = false;
        let passing0 = null;
        const _errs11 = errors;
        if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
          const err5 = {};
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (!(data1 === 0)) {
          const err6 = {};
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        var _valid1 = _errs11 === errors;
        if (_valid1) {
          valid5 = true;
          passing0 = 0;
        }
        const _errs13 = errors;
        if (typeof data1 !== "string") {
          const err7 = {};
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (!(data1 === "0")) {
          const err8 = {};
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        var _valid1 = _errs13 === errors;
        if (_valid1 && valid5) {
          valid5 = false;
          passing0 = [passing0, 1];
        } else {
          if (_valid1) {
            valid5 = true;
            passing0 = 1;
          }
        }
        if (!valid5) {
          const err9 = {};
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        } else {
          errors = _errs10;
          if (vErrors !== null) {
            if (_errs10) {
              vErrors.length = _errs10;
            } else {
              vErrors = null;
            }
          }
        }
        var valid4 = _errs9 === errors;
        if (valid4) {
          const err10 = {};
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        } else {
          errors = _errs8;
          if (vErrors !== null) {
            if (_errs8) {
              vErrors.length = _errs8;
            } else {
              vErrors = null;
            }
          }
        }
        var valid3 = _errs7 === errors;
        if (valid3) {
          const err11 = { instancePath: instancePath + "/code", schemaPath: "#/then/properties/code/not", keyword: "not", params: {} };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        } else {
          errors = _errs6;
          if (vErrors !== null) {
            if (_errs6) {
              vErrors.length = _errs6;
            } else {
              vErrors = null;
            }
          }
        }
      }
      if (data.msg !== void 0) {
        if (typeof data.msg !== "string") {
          const err12 = { instancePath: instancePath + "/msg", schemaPath: "#/then/properties/msg/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
      if (data.data !== void 0) {
        let data3 = data.data;
        if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
          if (data3.userInfo === void 0) {
            const err13 = { instancePath: instancePath + "/data", schemaPath: "#/then/properties/data/required", keyword: "required", params: { missingProperty: "userInfo" } };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          if (data3.sessionInfo === void 0) {
            const err14 = { instancePath: instancePath + "/data", schemaPath: "#/then/properties/data/required", keyword: "required", params: { missingProperty: "sessionInfo" } };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (data3.userInfo !== void 0) {
            let data4 = data3.userInfo;
            if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
              if (data4.userId === void 0) {
                const err15 = { instancePath: instancePath + "/data/userInfo", schemaPath: "#/then/properties/data/properties/userInfo/required", keyword: "required", params: { missingProperty: "userId" } };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
              if (data4.firstname === void 0) {
                const err16 = { instancePath: instancePath + "/data/userInfo", schemaPath: "#/then/properties/data/properties/userInfo/required", keyword: "required", params: { missingProperty: "firstname" } };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
              if (data4.phone === void 0) {
                const err17 = { instancePath: instancePath + "/data/userInfo", schemaPath: "#/then/properties/data/properties/userInfo/required", keyword: "required", params: { missingProperty: "phone" } };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
              if (data4.userId !== void 0) {
                if (typeof data4.userId !== "string") {
                  const err18 = { instancePath: instancePath + "/data/userInfo/userId", schemaPath: "#/then/properties/data/properties/userInfo/properties/userId/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
              }
              if (data4.firstname !== void 0) {
                if (typeof data4.firstname !== "string") {
                  const err19 = { instancePath: instancePath + "/data/userInfo/firstname", schemaPath: "#/then/properties/data/properties/userInfo/properties/firstname/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
              }
              if (data4.surname !== void 0) {
                if (typeof data4.surname !== "string") {
                  const err20 = { instancePath: instancePath + "/data/userInfo/surname", schemaPath: "#/then/properties/data/properties/userInfo/properties/surname/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
              }
              if (data4.phone !== void 0) {
                if (typeof data4.phone !== "string") {
                  const err21 = { instancePath: instancePath + "/data/userInfo/phone", schemaPath: "#/then/properties/data/properties/userInfo/properties/phone/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              }
              if (data4.email !== void 0) {
                if (typeof data4.email !== "string") {
                  const err22 = { instancePath: instancePath + "/data/userInfo/email", schemaPath: "#/then/properties/data/properties/userInfo/properties/email/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
              }
            } else {
              const err23 = { instancePath: instancePath + "/data/userInfo", schemaPath: "#/then/properties/data/properties/userInfo/type", keyword: "type", params: { type: "object" } };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          }
          if (data3.sessionInfo !== void 0) {
            let data10 = data3.sessionInfo;
            if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
              if (data10.accessToken === void 0) {
                const err24 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/then/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "accessToken" } };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
              if (data10.expiresIn === void 0) {
                const err25 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/then/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "expiresIn" } };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
              if (data10.issuedAt === void 0) {
                const err26 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/then/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "issuedAt" } };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
              if (data10.refreshToken === void 0) {
                const err27 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/then/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "refreshToken" } };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
              if (data10.accessToken !== void 0) {
                if (!(typeof data10.accessToken === "string")) {
                  const err28 = { instancePath: instancePath + "/data/sessionInfo/accessToken", schemaPath: "#/then/properties/data/properties/sessionInfo/properties/accessToken/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
              }
              if (data10.expiresIn !== void 0) {
                let data12 = data10.expiresIn;
                if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
                  const err29 = { instancePath: instancePath + "/data/sessionInfo/expiresIn", schemaPath: "#/then/properties/data/properties/sessionInfo/properties/expiresIn/type", keyword: "type", params: { type: "integer" } };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              }
              if (data10.issuedAt !== void 0) {
                if (typeof data10.issuedAt !== "string") {
                  const err30 = { instancePath: instancePath + "/data/sessionInfo/issuedAt", schemaPath: "#/then/properties/data/properties/sessionInfo/properties/issuedAt/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
              }
              if (data10.refreshToken !== void 0) {
                if (!(typeof data10.refreshToken === "string")) {
                  const err31 = { instancePath: instancePath + "/data/sessionInfo/refreshToken", schemaPath: "#/then/properties/data/properties/sessionInfo/properties/refreshToken/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
              }
            } else {
              const err32 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/then/properties/data/properties/sessionInfo/type", keyword: "type", params: { type: "object" } };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          }
        } else {
          const err33 = { instancePath: instancePath + "/data", schemaPath: "#/then/properties/data/type", keyword: "type", params: { type: "object" } };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      }
    } else {
      const err34 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err34];
      } else {
        vErrors.push(err34);
      }
      errors++;
    }
    var _valid0 = _errs3 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs41 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.code === void 0) {
        const err35 = { instancePath, schemaPath: "#/else/required", keyword: "required", params: { missingProperty: "code" } };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      if (data.msg === void 0) {
        const err36 = { instancePath, schemaPath: "#/else/required", keyword: "required", params: { missingProperty: "msg" } };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      if (data.code !== void 0) {
        let data15 = data.code;
        const _errs44 = errors;
        const _errs45 = errors;
        const _errs46 = errors;
        const _errs47 = errors;
        const _errs48 = errors;
        let valid12 = false;
        let passing1 = null;
        const _errs49 = errors;
        if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
          const err37 = {};
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        const _errs51 = errors;
        const _errs52 = errors;
        if (!(data15 === 0)) {
          const err38 = {};
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        var valid13 = _errs52 === errors;
        if (valid13) {
          const err39 = {};
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        } else {
          errors = _errs51;
          if (vErrors !== null) {
            if (_errs51) {
              vErrors.length = _errs51;
            } else {
              vErrors = null;
            }
          }
        }
        var _valid2 = _errs49 === errors;
        if (_valid2) {
          valid12 = true;
          passing1 = 0;
        }
        const _errs53 = errors;
        if (typeof data15 !== "string") {
          const err40 = {};
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        const _errs55 = errors;
        const _errs56 = errors;
        if (!(data15 === "0")) {
          const err41 = {};
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        var valid14 = _errs56 === errors;
        if (valid14) {
          const err42 = {};
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        } else {
          errors = _errs55;
          if (vErrors !== null) {
            if (_errs55) {
              vErrors.length = _errs55;
            } else {
              vErrors = null;
            }
          }
        }
        var _valid2 = _errs53 === errors;
        if (_valid2 && valid12) {
          valid12 = false;
          passing1 = [passing1, 1];
        } else {
          if (_valid2) {
            valid12 = true;
            passing1 = 1;
          }
        }
        if (!valid12) {
          const err43 = {};
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        } else {
          errors = _errs48;
          if (vErrors !== null) {
            if (_errs48) {
              vErrors.length = _errs48;
            } else {
              vErrors = null;
            }
          }
        }
        var valid11 = _errs47 === errors;
        if (valid11) {
          const err44 = {};
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        } else {
          errors = _errs46;
          if (vErrors !== null) {
            if (_errs46) {
              vErrors.length = _errs46;
            } else {
              vErrors = null;
            }
          }
        }
        var valid10 = _errs45 === errors;
        if (valid10) {
          const err45 = { instancePath: instancePath + "/code", schemaPath: "#/else/properties/code/not", keyword: "not", params: {} };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        } else {
          errors = _errs44;
          if (vErrors !== null) {
            if (_errs44) {
              vErrors.length = _errs44;
            } else {
              vErrors = null;
            }
          }
        }
      }
      if (data.msg !== void 0) {
        if (typeof data.msg !== "string") {
          const err46 = { instancePath: instancePath + "/msg", schemaPath: "#/else/properties/msg/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      }
    } else {
      const err47 = { instancePath, schemaPath: "#/else/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err47];
      } else {
        vErrors.push(err47);
      }
      errors++;
    }
    var _valid0 = _errs41 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err48 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err48];
    } else {
      vErrors.push(err48);
    }
    errors++;
  }
  validate15.errors = vErrors;
  return errors === 0;
}
var registerUserRequest = validate16;
var formats0 = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
var pattern0 = new RegExp("^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|[\"](?:[ !#-\\[\\]-~]|\\\\[ -~]){0,62}[\"])@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[!-Z^-~]+\\])$", "u");
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.firstname === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "firstname" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.phone === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "phone" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.captchaToken === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "captchaToken" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.password === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "password" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "firstname" || key0 === "surname" || key0 === "phone" || key0 === "email" || key0 === "captchaToken" || key0 === "password")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.firstname !== void 0) {
      let data0 = data.firstname;
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err5 = { instancePath: instancePath + "/firstname", schemaPath: "#/properties/firstname/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/firstname", schemaPath: "#/properties/firstname/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.surname !== void 0) {
      if (typeof data.surname !== "string") {
        const err7 = { instancePath: instancePath + "/surname", schemaPath: "#/properties/surname/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.phone !== void 0) {
      let data2 = data.phone;
      if (typeof data2 === "string") {
        if (func2(data2) < 1) {
          const err8 = { instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.email !== void 0) {
      let data3 = data.email;
      if (typeof data3 !== "string") {
        const err10 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      const _errs11 = errors;
      const _errs12 = errors;
      const _errs13 = errors;
      const _errs14 = errors;
      const _errs15 = errors;
      let valid4 = false;
      const _errs16 = errors;
      if (errors === _errs16) {
        if (errors === _errs16) {
          if (typeof data3 === "string") {
            if (!formats0.test(data3)) {
              const err11 = {};
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = {};
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      }
      var _valid0 = _errs16 === errors;
      valid4 = valid4 || _valid0;
      if (!valid4) {
        const _errs18 = errors;
        if (errors === _errs18) {
          if (typeof data3 === "string") {
            if (!pattern0.test(data3)) {
              const err13 = {};
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = {};
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        var _valid0 = _errs18 === errors;
        valid4 = valid4 || _valid0;
        if (!valid4) {
          const _errs20 = errors;
          if (typeof data3 !== "string") {
            const err15 = {};
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (!(data3 === "")) {
            const err16 = {};
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          var _valid0 = _errs20 === errors;
          valid4 = valid4 || _valid0;
        }
      }
      if (!valid4) {
        const err17 = {};
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      } else {
        errors = _errs15;
        if (vErrors !== null) {
          if (_errs15) {
            vErrors.length = _errs15;
          } else {
            vErrors = null;
          }
        }
      }
      var valid3 = _errs14 === errors;
      if (valid3) {
        const err18 = {};
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      } else {
        errors = _errs13;
        if (vErrors !== null) {
          if (_errs13) {
            vErrors.length = _errs13;
          } else {
            vErrors = null;
          }
        }
      }
      var valid2 = _errs12 === errors;
      if (valid2) {
        const err19 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/allOf/0/not", keyword: "not", params: {} };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      } else {
        errors = _errs11;
        if (vErrors !== null) {
          if (_errs11) {
            vErrors.length = _errs11;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.captchaToken !== void 0) {
      let data4 = data.captchaToken;
      if (typeof data4 === "string") {
        if (func2(data4) < 1) {
          const err20 = { instancePath: instancePath + "/captchaToken", schemaPath: "#/properties/captchaToken/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/captchaToken", schemaPath: "#/properties/captchaToken/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.password !== void 0) {
      let data5 = data.password;
      if (typeof data5 === "string") {
        if (func2(data5) < 1) {
          const err22 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      } else {
        const err23 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate16.errors = vErrors;
  return errors === 0;
}
var registerUserResponse = validate17;
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs0 = errors;
  let valid0 = true;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.code === void 0 && (missing0 = "code")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.code !== void 0) {
        let data0 = data.code;
        if (!(data0 === 0 || data0 === "0")) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs1 === errors;
  errors = _errs0;
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs3 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.code === void 0) {
        const err2 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "code" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.msg === void 0) {
        const err3 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "msg" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (data.data === void 0) {
        const err4 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "data" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (data.code !== void 0) {
        let data1 = data.code;
        const _errs6 = errors;
        const _errs7 = errors;
        const _errs8 = errors;
        const _errs9 = errors;
        const _errs10 = errors;
        let valid5 = false;
        let passing0 = null;
        const _errs11 = errors;
        if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
          const err5 = {};
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (!(data1 === 0)) {
          const err6 = {};
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        var _valid1 = _errs11 === errors;
        if (_valid1) {
          valid5 = true;
          passing0 = 0;
        }
        const _errs13 = errors;
        if (typeof data1 !== "string") {
          const err7 = {};
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (!(data1 === "0")) {
          const err8 = {};
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        var _valid1 = _errs13 === errors;
        if (_valid1 && valid5) {
          valid5 = false;
          passing0 = [passing0, 1];
        } else {
          if (_valid1) {
            valid5 = true;
            passing0 = 1;
          }
        }
        if (!valid5) {
          const err9 = {};
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        } else {
          errors = _errs10;
          if (vErrors !== null) {
            if (_errs10) {
              vErrors.length = _errs10;
            } else {
              vErrors = null;
            }
          }
        }
        var valid4 = _errs9 === errors;
        if (valid4) {
          const err10 = {};
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        } else {
          errors = _errs8;
          if (vErrors !== null) {
            if (_errs8) {
              vErrors.length = _errs8;
            } else {
              vErrors = null;
            }
          }
        }
        var valid3 = _errs7 === errors;
        if (valid3) {
          const err11 = { instancePath: instancePath + "/code", schemaPath: "#/then/properties/code/not", keyword: "not", params: {} };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        } else {
          errors = _errs6;
          if (vErrors !== null) {
            if (_errs6) {
              vErrors.length = _errs6;
            } else {
              vErrors = null;
            }
          }
        }
      }
      if (data.msg !== void 0) {
        if (typeof data.msg !== "string") {
          const err12 = { instancePath: instancePath + "/msg", schemaPath: "#/then/properties/msg/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
      if (data.data !== void 0) {
        let data3 = data.data;
        if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
          if (data3.userId === void 0) {
            const err13 = { instancePath: instancePath + "/data", schemaPath: "#/then/properties/data/required", keyword: "required", params: { missingProperty: "userId" } };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          if (data3.phone === void 0) {
            const err14 = { instancePath: instancePath + "/data", schemaPath: "#/then/properties/data/required", keyword: "required", params: { missingProperty: "phone" } };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (data3.sessionInfo === void 0) {
            const err15 = { instancePath: instancePath + "/data", schemaPath: "#/then/properties/data/required", keyword: "required", params: { missingProperty: "sessionInfo" } };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (data3.userId !== void 0) {
            if (typeof data3.userId !== "string") {
              const err16 = { instancePath: instancePath + "/data/userId", schemaPath: "#/then/properties/data/properties/userId/type", keyword: "type", params: { type: "string" } };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
          if (data3.phone !== void 0) {
            if (typeof data3.phone !== "string") {
              const err17 = { instancePath: instancePath + "/data/phone", schemaPath: "#/then/properties/data/properties/phone/type", keyword: "type", params: { type: "string" } };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          }
          if (data3.sessionInfo !== void 0) {
            let data6 = data3.sessionInfo;
            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
              if (data6.accessToken === void 0) {
                const err18 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/then/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "accessToken" } };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
              if (data6.expiresIn === void 0) {
                const err19 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/then/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "expiresIn" } };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
              if (data6.issuedAt === void 0) {
                const err20 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/then/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "issuedAt" } };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
              if (data6.refreshToken === void 0) {
                const err21 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/then/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "refreshToken" } };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
              if (data6.accessToken !== void 0) {
                if (!(typeof data6.accessToken === "string")) {
                  const err22 = { instancePath: instancePath + "/data/sessionInfo/accessToken", schemaPath: "#/then/properties/data/properties/sessionInfo/properties/accessToken/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
              }
              if (data6.expiresIn !== void 0) {
                let data8 = data6.expiresIn;
                if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                  const err23 = { instancePath: instancePath + "/data/sessionInfo/expiresIn", schemaPath: "#/then/properties/data/properties/sessionInfo/properties/expiresIn/type", keyword: "type", params: { type: "integer" } };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
              }
              if (data6.issuedAt !== void 0) {
                if (typeof data6.issuedAt !== "string") {
                  const err24 = { instancePath: instancePath + "/data/sessionInfo/issuedAt", schemaPath: "#/then/properties/data/properties/sessionInfo/properties/issuedAt/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              }
              if (data6.refreshToken !== void 0) {
                if (!(typeof data6.refreshToken === "string")) {
                  const err25 = { instancePath: instancePath + "/data/sessionInfo/refreshToken", schemaPath: "#/then/properties/data/properties/sessionInfo/properties/refreshToken/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
              }
            } else {
              const err26 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/then/properties/data/properties/sessionInfo/type", keyword: "type", params: { type: "object" } };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          }
        } else {
          const err27 = { instancePath: instancePath + "/data", schemaPath: "#/then/properties/data/type", keyword: "type", params: { type: "object" } };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      }
    } else {
      const err28 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err28];
      } else {
        vErrors.push(err28);
      }
      errors++;
    }
    var _valid0 = _errs3 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs33 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.code === void 0) {
        const err29 = { instancePath, schemaPath: "#/else/required", keyword: "required", params: { missingProperty: "code" } };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      if (data.msg === void 0) {
        const err30 = { instancePath, schemaPath: "#/else/required", keyword: "required", params: { missingProperty: "msg" } };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      if (data.code !== void 0) {
        let data11 = data.code;
        const _errs36 = errors;
        const _errs37 = errors;
        const _errs38 = errors;
        const _errs39 = errors;
        const _errs40 = errors;
        let valid11 = false;
        let passing1 = null;
        const _errs41 = errors;
        if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
          const err31 = {};
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        const _errs43 = errors;
        const _errs44 = errors;
        if (!(data11 === 0)) {
          const err32 = {};
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        var valid12 = _errs44 === errors;
        if (valid12) {
          const err33 = {};
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        } else {
          errors = _errs43;
          if (vErrors !== null) {
            if (_errs43) {
              vErrors.length = _errs43;
            } else {
              vErrors = null;
            }
          }
        }
        var _valid2 = _errs41 === errors;
        if (_valid2) {
          valid11 = true;
          passing1 = 0;
        }
        const _errs45 = errors;
        if (typeof data11 !== "string") {
          const err34 = {};
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        const _errs47 = errors;
        const _errs48 = errors;
        if (!(data11 === "0")) {
          const err35 = {};
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        var valid13 = _errs48 === errors;
        if (valid13) {
          const err36 = {};
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        } else {
          errors = _errs47;
          if (vErrors !== null) {
            if (_errs47) {
              vErrors.length = _errs47;
            } else {
              vErrors = null;
            }
          }
        }
        var _valid2 = _errs45 === errors;
        if (_valid2 && valid11) {
          valid11 = false;
          passing1 = [passing1, 1];
        } else {
          if (_valid2) {
            valid11 = true;
            passing1 = 1;
          }
        }
        if (!valid11) {
          const err37 = {};
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        } else {
          errors = _errs40;
          if (vErrors !== null) {
            if (_errs40) {
              vErrors.length = _errs40;
            } else {
              vErrors = null;
            }
          }
        }
        var valid10 = _errs39 === errors;
        if (valid10) {
          const err38 = {};
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        } else {
          errors = _errs38;
          if (vErrors !== null) {
            if (_errs38) {
              vErrors.length = _errs38;
            } else {
              vErrors = null;
            }
          }
        }
        var valid9 = _errs37 === errors;
        if (valid9) {
          const err39 = { instancePath: instancePath + "/code", schemaPath: "#/else/properties/code/not", keyword: "not", params: {} };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        } else {
          errors = _errs36;
          if (vErrors !== null) {
            if (_errs36) {
              vErrors.length = _errs36;
            } else {
              vErrors = null;
            }
          }
        }
      }
      if (data.msg !== void 0) {
        if (typeof data.msg !== "string") {
          const err40 = { instancePath: instancePath + "/msg", schemaPath: "#/else/properties/msg/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      }
    } else {
      const err41 = { instancePath, schemaPath: "#/else/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err41];
      } else {
        vErrors.push(err41);
      }
      errors++;
    }
    var _valid0 = _errs33 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err42 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err42];
    } else {
      vErrors.push(err42);
    }
    errors++;
  }
  validate17.errors = vErrors;
  return errors === 0;
}
export {
  loginRequest,
  loginResponse,
  registerUserRequest,
  registerUserResponse
};
